export { accountRoutes, creditsSchema } from './routes.ts'
export type { Credits } from './routes.ts'
