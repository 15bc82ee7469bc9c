export { createDraftRoutes } from './routes.ts'
