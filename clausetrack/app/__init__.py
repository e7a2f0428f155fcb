"""Use cases: options in, result out. They compose the layers below, never print and never exit."""
