/** The single file has no starting points: its author chooses what it shows. */
export {}
