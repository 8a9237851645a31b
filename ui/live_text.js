// A text field whose every change is on its way to the project file as soon as the one before has arrived there.
//
// `base` is the revision that the words on the screen go back to, `clean` the words that are known to be saved. One
// message is under way at a time; what has no answer within PATIENCE is sent again. Until an answer comes the words lie
// in this tab's own store, so neither a refresh nor a stopped server loses them.

const PATIENCE = 4000;
const REMEMBERED = 5;
const fields = new WeakMap();

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  let field = fields.get(parentElement);
  if (!field) {
    field = open(parentElement, data);
    fields.set(parentElement, field);
  }
  field.data = data;
  field.tell = setStateValue;
  field.area.placeholder = data.placeholder;
  field.area.setAttribute("aria-label", data.label);
  field.caption.textContent = data.show_label ? data.label : "";
  settle(field);
  return () => clearTimeout(field.timer);
}

function open(parent, data) {
  const area = parent.querySelector("textarea");
  const field = {
    area,
    caption: parent.querySelector("label"),
    sign: parent.querySelector("output"),
    base: data.revision,
    clean: data.text,
    adopted: data.adopt,
    unanswered: [],
    sent: null,
    clash: false,
    timer: 0,
    data,
  };
  area.rows = data.rows;
  area.value = data.text;
  const waiting = read(data.store);
  if (waiting && waiting.text !== data.text) {
    area.value = waiting.text;
    field.base = waiting.base;
    field.unanswered = waiting.unanswered;
  }
  area.addEventListener("input", () => changed(field));
  area.addEventListener("blur", () => send(field));
  watchWidth(area);
  area.addEventListener("keydown", (event) => {
    if (field.data.rows === 1 && event.key === "Enter") {
      event.preventDefault();
      send(field);
    }
  });
  return field;
}

// A narrower field needs more lines: its height is measured anew. Only a change of width counts, since growing changes
// the height itself.
function watchWidth(area) {
  let width = 0;
  new ResizeObserver(() => {
    if (area.clientWidth !== width) {
      width = area.clientWidth;
      grow(area);
    }
  }).observe(area);
}

function settle(field) {
  const { data } = field;
  if (data.adopt !== field.adopted) {
    take(field);
    field.adopted = data.adopt;
  }
  if (field.sent && data.answer.seq === field.sent.seq) {
    answered(field, data.answer);
  }
  if (!dirty(field) && data.revision > field.base) {
    take(field);
  }
  if (dirty(field) && !field.sent && !field.clash) {
    plan(field, data.answer.outcome === "failed" ? PATIENCE : 0);
  }
  grow(field.area);
  show(field);
}

function answered(field, answer) {
  const { text } = field.sent;
  field.sent = null;
  clearTimeout(field.timer);
  if (answer.outcome === "saved") {
    field.clean = text;
    field.base = answer.revision;
    field.unanswered = [];
  }
  field.clash = answer.outcome === "clash";
  remember(field);
}

function take(field) {
  const { area, data } = field;
  if (area.value !== data.text) {
    const place = area.selectionStart;
    area.value = data.text;
    if (area.getRootNode().activeElement === area) area.setSelectionRange(place, place);
  }
  Object.assign(field, { base: data.revision, clean: data.text, sent: null, clash: false, unanswered: [] });
  clearTimeout(field.timer);
  remember(field);
}

function changed(field) {
  if (field.data.rows === 1) field.area.value = field.area.value.replace(/\s*\n\s*/g, " ");
  remember(field);
  if (!field.sent && !field.clash) plan(field, field.data.pause);
  grow(field.area);
  show(field);
}

function plan(field, pause) {
  clearTimeout(field.timer);
  if (pause) field.timer = setTimeout(() => send(field), pause);
  else send(field);
}

function send(field) {
  if (!dirty(field) || field.sent || field.clash) return;
  clearTimeout(field.timer);
  field.sent = { seq: Date.now() + Math.random(), text: field.area.value };
  field.tell("typed", { ...field.sent, base: field.base, unanswered: field.unanswered });
  field.unanswered = [...field.unanswered, field.sent.text].slice(-REMEMBERED);
  remember(field);
  field.timer = setTimeout(() => {
    field.sent = null;
    send(field);
  }, PATIENCE);
}

function dirty(field) {
  return field.area.value !== field.clean;
}

function show(field) {
  const { data, sign } = field;
  const state = field.clash ? "clash" : !dirty(field) ? "saved" : data.answer.outcome === "failed" ? "failed" : "saving";
  sign.className = state;
  sign.textContent = state === "failed" ? `${data.words.failed} ${data.answer.why}` : data.words[state];
}

function grow(area) {
  area.style.height = "auto";
  if (area.scrollHeight) area.style.height = `${area.scrollHeight + 2}px`;
}

function read(store) {
  try {
    return JSON.parse(sessionStorage.getItem(store));
  } catch {
    return null;
  }
}

function remember(field) {
  const { area, base, unanswered } = field;
  try {
    if (dirty(field)) sessionStorage.setItem(field.data.store, JSON.stringify({ text: area.value, base, unanswered }));
    else sessionStorage.removeItem(field.data.store);
  } catch {
    // A browser that keeps nothing still saves into the project file.
  }
}
