"""The nouns: frozen dataclasses, standard library only. Everyone may import it; it imports no one."""

from .account import Account, Also, Origin, Relation, Witness
from .article import (
    Article,
    ArticleKind,
    Dateline,
    Evidence,
    Moment,
    Paragraph,
    Precision,
)
from .capture import Capture, Failure, Note, Stated
from .collation import Collation, Column, Reading, ReadingKind, VariationUnit
from .fidelity import Fidelity, TakenQuotation
from .figure import DatePrecision, Figure, FigureKind, LedgerRow, LedgerStatus
from .ids import AccountId, ArticleId, CaptureId, PersonId, QuotationId, StoryId, content_id
from .passage import Alignment, CommonPassage, Passage, PassageKind
from .person import Form, Person, PersonKind
from .quotation import (
    CarriedRendering,
    Change,
    ChangeKind,
    Grade,
    Marks,
    Mention,
    Quotation,
    QuotationKind,
    Rendering,
    Speaker,
    Utterance,
)
from .span import Span
from .stemma import ArchetypeParagraph, Stemma, StemmaEdge, StemmaNode
from .story import Comparison, OutletShare, Story
from .trace import CarriedField, CarriedPassage, Carrier, Trace

__all__ = [
    "Account",
    "AccountId",
    "Alignment",
    "Also",
    "ArchetypeParagraph",
    "Article",
    "ArticleId",
    "ArticleKind",
    "Capture",
    "CaptureId",
    "CarriedField",
    "CarriedPassage",
    "CarriedRendering",
    "Carrier",
    "Change",
    "ChangeKind",
    "Collation",
    "Column",
    "CommonPassage",
    "Comparison",
    "Dateline",
    "DatePrecision",
    "Evidence",
    "Failure",
    "Fidelity",
    "Figure",
    "FigureKind",
    "Form",
    "Grade",
    "LedgerRow",
    "LedgerStatus",
    "Marks",
    "Mention",
    "Moment",
    "Note",
    "Origin",
    "OutletShare",
    "Paragraph",
    "Passage",
    "PassageKind",
    "Person",
    "PersonId",
    "PersonKind",
    "Precision",
    "Quotation",
    "QuotationId",
    "QuotationKind",
    "Reading",
    "ReadingKind",
    "Relation",
    "Rendering",
    "Span",
    "Speaker",
    "Stated",
    "Stemma",
    "StemmaEdge",
    "StemmaNode",
    "Story",
    "StoryId",
    "TakenQuotation",
    "Trace",
    "Utterance",
    "VariationUnit",
    "Witness",
    "content_id",
]
