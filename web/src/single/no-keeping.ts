/** The single file has no page of its own to come back to: its author's page keeps what it will. */
export const keepSession = async () => {}
