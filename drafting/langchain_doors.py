"""Doors for those who build with LangChain: our index as a retriever, our checker as a tool."""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import TYPE_CHECKING

from corpus.errors import ModelUnavailable
from drafting.llm import INSTALL, report_nothing
from indexer.query import Filters, read_query
from indexer.search import SearchHit
from indexer.session import Session
from references.checker import ReferenceChecker
from references.report import report_fields
from references.wording import cite

if TYPE_CHECKING:
    from langchain_core.callbacks import CallbackManagerForRetrieverRun
    from langchain_core.documents import Document
    from langchain_core.retrievers import BaseRetriever
    from langchain_core.tools import BaseTool


def retriever(session: Session, *, limit: int = 10, filters: Filters | None = None) -> "BaseRetriever":
    """Our index as a LangChain retriever: paragraphs with their citation, ready for a chain.

    Each document's metadata holds the place, the language, the kind of text, the citation and the score.

    Raises:
        ModelUnavailable: LangChain is not installed.
    """
    _require_core()
    from langchain_core.retrievers import BaseRetriever

    class ParagraphRetriever(BaseRetriever):
        """Paragraphs of the corpus by meaning, words, symbol or place, in any of twelve languages."""

        def _get_relevant_documents(
            self, query: str, *, run_manager: "CallbackManagerForRetrieverRun"
        ) -> "list[Document]":
            answer = session.searcher.search(read_query(query, filters, limit))
            return [_document(session, hit, answer.query.language) for hit in answer.hits]

    return ParagraphRetriever()


def checker_tool(checker: ReferenceChecker, language: str = "en") -> "BaseTool":
    """Our reference checker as a LangChain tool: a text goes in, the report comes out as the terminal's JSON has it.

    Raises:
        ModelUnavailable: LangChain is not installed.
    """
    _require_core()
    from langchain_core.tools import StructuredTool

    def check_references(text: str) -> Mapping[str, object]:
        """Find every reference to a United Nations instrument in a text and compare it with the record."""
        return report_fields(checker.check(text, language))

    return StructuredTool.from_function(check_references)


def _document(session: Session, hit: SearchHit, language: str) -> "Document":
    from langchain_core.documents import Document

    paragraph = hit.paragraph
    return Document(
        page_content=paragraph.text,
        metadata={
            "document": paragraph.ref.document,
            "label": paragraph.ref.label,
            "language": paragraph.language,
            "kind": str(hit.kind),
            "score": hit.score,
            "page": paragraph.page,
            "citation": cite(session.library, paragraph, hit.kind, language),
        },
    )


def _require_core() -> None:
    if find_spec("langchain_core") is None:
        raise ModelUnavailable(f"LangChain is not installed. Run: {INSTALL}")
    report_nothing()
