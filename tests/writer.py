"""LibreOffice Writer, as a judge of tracked changes: what a document says with all of them accepted, or all rejected.

A macro in a profile of its own does it, so that neither Python bindings nor a screen are needed.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.programs import program

_HEAD: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">
"""
_LIBRARY: Final = (
    _HEAD.format("library:library", "library")
    + '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false">{}</library:library>'
)
_MODULE: Final = (
    _HEAD.format("script:module", "module")
    + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Redlines" '
    'script:language="StarBasic">{}</script:module>'
)
_MACRO: Final = """
Sub Settle(source, command, target)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim plain(1) As New com.sun.star.beans.PropertyValue
  plain(0).Name = "FilterName"
  plain(0).Value = "Text (encoded)"
  plain(1).Name = "FilterOptions"
  plain(1).Value = "UTF8,LF,,,"
  Dim none()
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  helper = createUnoService("com.sun.star.frame.DispatchHelper")
  helper.executeDispatch(doc.CurrentController.Frame, command, "", 0, none())
  doc.storeToURL(target, plain())
  doc.close(True)
End Sub
Sub All
{}
End Sub
"""
_SIDES: Final = {"accepted": ".uno:AcceptAllTrackedChanges", "rejected": ".uno:RejectAllTrackedChanges"}
_TIMEOUT: Final = 240
"""Seconds: some documents take one, and a busy machine takes a hundred times as long."""


def settled(documents: Mapping[str, bytes], folder: Path) -> dict[str, tuple[str, str]]:
    """Give by name what each document says with all changes accepted, and with all rejected, a paragraph a line."""
    profile = folder / "profile"
    soffice = [program("soffice"), f"-env:UserInstallation={profile.as_uri()}", "--headless"]
    # The first start makes the profile, and would write over what is in it.
    _run([*soffice, "--terminate_after_init"])
    basic = profile / "user" / "basic" / "Standard"
    basic.mkdir(parents=True, exist_ok=True)
    (basic / "script.xlb").write_text(_LIBRARY.format('<library:element library:name="Redlines"/>'), encoding="utf-8")
    (basic / "dialog.xlb").write_text(_LIBRARY.format(""), encoding="utf-8")
    calls = []
    for name, data in documents.items():
        path = folder / f"{name}.docx"
        path.write_bytes(data)
        for side, command in _SIDES.items():
            calls.append(f'Settle "{path.as_uri()}", "{command}", "{path.as_uri()}.{side}"')
    (basic / "Redlines.xba").write_text(_MODULE.format(_MACRO.format("\n".join(calls))), encoding="utf-8")
    _run([*soffice, "macro:///Standard.Redlines.All()"])
    return {name: (_text(folder, name, "accepted"), _text(folder, name, "rejected")) for name in documents}


def _text(folder: Path, name: str, side: str) -> str:
    return (folder / f"{name}.docx.{side}").read_text(encoding="utf-8-sig")


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, timeout=_TIMEOUT, capture_output=True)
