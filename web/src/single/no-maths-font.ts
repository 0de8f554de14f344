/** The single file has no font for formulas, which would be a tenth of it: those of the machine serve. */
export const offerMathsFont = () => {}
