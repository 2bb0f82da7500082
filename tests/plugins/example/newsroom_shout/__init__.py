"""An example of a plug-in: a file format, a kind of finding and an output, in a package of their own."""
