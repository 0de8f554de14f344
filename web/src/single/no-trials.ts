/** The single file has no trials: see src/worker/trials/late.ts. */
export const trialQuestions = {}
