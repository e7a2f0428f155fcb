"""What all pages of HTML share: the frame, the look and the keys, redlines, anchors; and their templates."""
