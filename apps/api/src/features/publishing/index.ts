export { createPublishingRoutes } from './routes.ts'
