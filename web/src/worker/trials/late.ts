/** What answers the questions about trials is fetched with the first, and is no part of the single file. */
export const trials = async () => (await import('./trials.ts')).trials
