export { createApiKeyRoutes } from './routes.ts'
