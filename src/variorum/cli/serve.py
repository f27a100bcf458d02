"""The command that serves the desk."""

import click

from ..errors import OptionError
from .held import ARCHIVE, opened
from .running import Examples


@click.command(
    cls=Examples,
    examples=(
        "variorum serve\n"
        "variorum serve --archive news.db --port 8080\n"
        "VARIORUM_TOKEN=… variorum serve --host 0.0.0.0"
    ),
)
@ARCHIVE
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen at. One that other machines can reach needs a token.",
)
@click.option(
    "--token",
    envvar="VARIORUM_TOKEN",
    metavar="TOKEN",
    help="What whoever asks must know; better given in VARIORUM_TOKEN, which no other user can see.",
)
def serve(url: str, port: int, host: str, token: str | None) -> None:
    """Serve the desk: pages for people and JSON for programs, over what the archive holds.

    Only this machine can reach it, unless --host says otherwise.
    """
    # Loaded late: no other command needs a web server.
    from ..web import make_app
    from ..web.ahead import judging_ahead
    from ..web.serving import checked_door, server

    try:
        hosts = checked_door(host, token or None)
    except OptionError as error:
        raise click.UsageError(str(error)) from error
    with opened(url) as archive:
        app = make_app(archive, token=token or None, hosts=hosts)
        shown = f"[{host.strip('[]')}]" if ":" in host else host
        click.echo(f"the desk is at http://{shown}:{port}/ (end it with Ctrl-C)", err=True)
        with judging_ahead(archive):
            server(app, host, port).run()
