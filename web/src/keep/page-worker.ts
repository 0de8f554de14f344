/** The worker by which a file is tried out on a page. */
export { takeWorker } from '../session/start-worker.ts'
