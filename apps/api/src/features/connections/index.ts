export { createConnectionRoutes } from './routes.ts'
