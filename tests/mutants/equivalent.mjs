/**
 * Mutants that live because no test could tell them from the engine, each with the reason. They are known by what stands
 * in the line, before and after, so that they may move.
 *
 * @type {{ file: string, before: string, after: string, why: string }[]}
 */
export const equivalent = []
