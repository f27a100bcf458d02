"""The exceptions of Variorum, drawn as a tree and written in that order.

* VariorumError
  + CaptureError          a file or record cannot be read      .location
    - UnknownFormatError
    - TruncatedRecordError
    - RefusedError        an address on the network may not be asked
    - BreakdownError      its host did not answer as it should
  + ExtractError          a capture holds no article           .capture
  + EngineError           a partition failed                   .stage, .partition
  + OptionError           also a ValueError                    .option
  + ArchiveError          an archive cannot be opened, read    .location
                          or written: full, locked, damaged
    - SchemaError         written by a newer version, or no archive at all
    - NotFoundError       also a LookupError                   .noun, .id
"""


class VariorumError(Exception):
    """The root: every error that Variorum raises on purpose."""


class CaptureError(VariorumError):
    """A file or a record in it cannot be read; `location` names it."""

    def __init__(self, location: str, reason: str) -> None:
        super().__init__(f"{location}: {reason}")
        self.location = location
        self.reason = reason


class UnknownFormatError(CaptureError):
    """The bytes are in no format that Variorum reads."""


class TruncatedRecordError(CaptureError):
    """A record ends before it should."""


class RefusedError(CaptureError):
    """An address that may not be asked, or an answer that may not be read; asking again is no use."""


class BreakdownError(CaptureError):
    """A host that did not answer as it should; later it may."""


class ExtractError(VariorumError):
    """A capture could not be made into an article; `capture` is its id."""

    def __init__(self, capture: str, reason: str) -> None:
        super().__init__(f"{capture}: {reason}")
        self.capture = capture
        self.reason = reason


class EngineError(VariorumError):
    """A stage failed on a partition of the work."""

    def __init__(self, stage: str, partition: str, reason: str) -> None:
        super().__init__(f"{stage}, {partition}: {reason}")
        self.stage = stage
        self.partition = partition
        self.reason = reason


class OptionError(VariorumError, ValueError):
    """An option has a value that cannot be used."""

    def __init__(self, option: str, reason: str) -> None:
        super().__init__(f"{option}: {reason}")
        self.option = option


class ArchiveError(VariorumError):
    """An archive cannot be opened, read or written; `location` is its file or its address."""

    def __init__(self, location: str, reason: str) -> None:
        super().__init__(f"{location}: {reason}")
        self.location = location
        self.reason = reason


class SchemaError(ArchiveError):
    """The database was written by a newer version, or holds something else than an archive."""


class NotFoundError(ArchiveError, LookupError):
    """The archive holds nothing of this name."""

    def __init__(self, location: str, noun: str, id: str) -> None:
        super().__init__(location, f"holds no {noun} {id}")
        self.noun = noun
        self.id = id
