/** What is offered beside the link, where the scripts are files; src/single/no-share-more.ts where they are one. */
export const fetchMore = () => import('./more/more.ts')
