"""Where the work runs: one process, many processes, or Spark."""
