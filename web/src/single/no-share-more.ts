/** The single file offers a link alone: snippets, pictures and copies would not fit in. */
export const fetchMore = async (): Promise<null> => null
