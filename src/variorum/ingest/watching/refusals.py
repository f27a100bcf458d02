"""Why an address on the network was not read: it may not be asked, or it could not answer."""

from ...errors import CaptureError


class RefusedError(CaptureError):
    """An address that may not be asked, or an answer that may not be read; asking again is no use."""


class BreakdownError(CaptureError):
    """A host that did not answer as it should; later it may."""
