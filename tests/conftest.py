"""What holds for every test: Ctrl-C can be sent to a child."""

import signal

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a job behind "&" ignores it, and so would all its children
    signal.signal(signal.SIGINT, signal.default_int_handler)
