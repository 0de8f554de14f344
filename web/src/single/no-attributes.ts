/** The single file has no room for what authors are told of mistyped attributes. */
export const heedAttributes = () => {}
