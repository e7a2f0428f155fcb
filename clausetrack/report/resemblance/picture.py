"""Pictures of numbers: a grid of shares from 0 to 1 as a PNG that stands in a page (W3C, PNG, third edition)."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Final

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_DARKEST: Final = (0, 38, 92)
"""Red, green and blue of 1; 0 is white. Red falls by one a step, so that a page can read the share off a pixel."""

STEPS: Final = 255


def png(cells: bytes, width: int, height: int) -> str:
    """Give a picture of ``width`` × ``height`` cells, each a byte from 0 to 255, row by row, as a data: address."""
    rows = b"".join(b"\x00" + cells[row * width : (row + 1) * width] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    palette = b"".join(bytes(STEPS - step * (STEPS - dark) // STEPS for dark in _DARKEST) for step in range(STEPS + 1))
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    data = _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)
    return "data:image/png;base64," + base64.b64encode(data).decode()


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
