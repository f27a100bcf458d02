"""The exceptions of Variorum, drawn as a tree and written in that order.

* VariorumError
  + CaptureError          a file or record cannot be read      .location
    - UnknownFormatError
    - TruncatedRecordError
  + ExtractError          a capture holds no article           .capture
  + EngineError           a partition failed                   .stage, .partition
  + OptionError           also a ValueError                    .option
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
