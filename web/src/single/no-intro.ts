/** Only the home page of the site asks for the introduction. */
export const introduce = () => {}
