/** Resolves in a task of its own: in between the page draws, and heeds whoever acts. */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
