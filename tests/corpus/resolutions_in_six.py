"""Short resolutions in the six languages of the UN, written for the tests; their labels must be the same."""

LABELS = [
    "PP1",
    "PP2",
    "OP1",
    "OP2",
    "OP2 (a)",
    "OP2 (b)",
    "OP2 (b) (i)",
    "OP2 (b) (ii)",
    "OP3",
    "adoption",
    "Annex 1",
    "Annex 2",
]

RESOLUTIONS = {
    "en": """United Nations
A/RES/91/17
General Assembly
Distr.: General
21 December 2036
Original: English
Ninety-first session
Agenda item 22
Resolution adopted by the General Assembly on 14 December 2036
[on the report of the Second Committee (A/91/450, para. 9)]
91/17. Meadows of the high valleys
The General Assembly,
Recalling its resolution 90/5 of 3 December 2035,
Aware that meadows hold water,
1. Decides to observe a day of meadows;
2. Invites all States:
(a) To count their meadows;
(b) To tell the public:
(i) In the spring;
(ii) In the autumn;
3. Requests the Secretary-General to report.
53rd plenary meeting
14 December 2036
Annex
Signs of a good meadow
1. It is green.
2. It is wet.""",
    "ru": """Организация Объединенных Наций
A/RES/91/17
Генеральная Ассамблея
Distr.: General
21 December 2036
Russian
Original: English
Девяносто первая сессия
Пункт 22 повестки дня
Резолюция, принятая Генеральной Ассамблеей 14 декабря 2036 года
[по докладу Второго комитета (A/91/450, пункт 9)]
91/17. Луга высокогорных долин
Генеральная Ассамблея,
ссылаясь на свою резолюцию 90/5 от 3 декабря 2035 года,
сознавая, что луга хранят воду,
1. постановляет отмечать день лугов;
2. предлагает всем государствам:
а) сосчитать свои луга;
б) рассказать об этом людям:
i) весной;
ii) осенью;
3. просит Генерального секретаря представить доклад.
53-е пленарное заседание,
14 декабря 2036 года
Приложение
Признаки хорошего луга
1. Он зеленый.
2. Он влажный.""",
    "fr": """Nations Unies
A/RES/91/17
Assemblée générale
Distr. générale
21 décembre 2036
Original : anglais
Quatre-vingt-onzième session
Point 22 de l’ordre du jour
Résolution adoptée par l’Assemblée générale le 14 décembre 2036
[sur la base du rapport de la Deuxième Commission (A/91/450, par. 9)]
91/17. Prairies des hautes vallées
L’Assemblée générale,
Rappelant sa résolution 90/5 du 3 décembre 2035,
Consciente que les prairies gardent l’eau,
1. Décide de célébrer une journée des prairies ;
2. Invite tous les États :
a) À compter leurs prairies ;
b) À le dire au public :
i) Au printemps ;
ii) En automne ;
3. Prie le Secrétaire général de lui faire rapport.
53e séance plénière
14 décembre 2036
Annexe
Marques d’une bonne prairie
1. Elle est verte.
2. Elle est humide.""",
    "es": """Naciones Unidas
A/RES/91/17
Asamblea General
Distr. general
21 de diciembre de 2036
Original: inglés
Nonagésimo primer período de sesiones
Tema 22 del programa
Resolución aprobada por la Asamblea General el 14 de diciembre de 2036
[sobre la base del informe de la Segunda Comisión (A/91/450, párr. 9)]
91/17. Praderas de los valles altos
La Asamblea General,
Recordando su resolución 90/5, de 3 de diciembre de 2035,
Consciente de que las praderas guardan el agua,
1. Decide observar un día de las praderas;
2. Invita a todos los Estados a que:
a) Cuenten sus praderas;
b) Lo digan al público:
i) En primavera;
ii) En otoño;
3. Solicita al Secretario General que le presente un informe.
53ª sesión plenaria
14 de diciembre de 2036
Anexo
Señas de una buena pradera
1. Es verde.
2. Es húmeda.""",
    "zh": """联合国
A/RES/91/17
大会
Distr.: General
21 December 2036
原文：英文
第九十一届会议
议程项目22
2036年12月14日大会决议
[根据第二委员会的报告(A/91/450，第9段)通过]
91/17. 高山谷地的草甸
大会，
回顾其2035年12月3日第90/5号决议，
意识到草甸蓄水，
1. 决定设立草甸日；
2. 邀请所有国家：
(a) 清点其草甸；
(b) 告知公众：
㈠ 在春季；
㈡ 在秋季；
3. 请秘书长提出报告。
2036年12月14日
第53次全体会议
附件
好草甸的特征
1. 草甸是绿色的。
2. 草甸是湿润的。""",
    "ar": """الأمم المتحدة
A/RES/91/17
الجمعية العامة
Distr.: General
21 December 2036
الأصل: بالإنكليزية
الدورة الحادية والتسعون
البند 22 من جدول الأعمال
قرار اتخذته الجمعية العامة في 14 كانون الأول/ديسمبر 2036
[بناء على تقرير اللجنة الثانية (A/91/450، الفقرة 9)]
91/17 - مروج الأودية العالية
إن الجمعية العامة،
إذ تشير إلى قرارها 90/5 المؤرخ 3 كانون الأول/ديسمبر 2035،
وإذ تدرك أن المروج تحفظ الماء،
1 - تقرر الاحتفال بيوم المروج؛
2 - تدعو جميع الدول إلى ما يلي:
(أ) إحصاء مروجها؛
(ب) إخبار الجمهور بذلك:
’1‘ في الربيع؛
’2‘ في الخريف؛
3 - تطلب إلى الأمين العام أن يقدم تقريرا.
الجلسة العامة 53
14 كانون الأول/ديسمبر 2036
المرفق
علامات المرج الجيد
1 - إنه أخضر.
2 - إنه رطب.""",
}

TITLES = {
    "en": "Meadows of the high valleys",
    "ru": "Луга высокогорных долин",
    "fr": "Prairies des hautes vallées",
    "es": "Praderas de los valles altos",
    "zh": "高山谷地的草甸",
    "ar": "مروج الأودية العالية",
}
MEETINGS = {
    "en": "53rd plenary meeting",
    "ru": "53-е пленарное заседание",
    "fr": "53e séance plénière",
    "es": "53ª sesión plenaria",
    "zh": "第53次全体会议",
    "ar": "الجلسة العامة 53",
}
