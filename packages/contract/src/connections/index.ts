export {
  CONNECTION_LIMITS,
  connectionAuthorizationSchema,
  connectionPageSchema,
  connectionSchema,
  connectionStatusSchema,
  createConnectionRequestSchema,
  createConnectionResponseSchema,
  listConnectionsQuerySchema,
} from './schemas.ts'
export type {
  Connection,
  ConnectionAuthorization,
  ConnectionPage,
  ConnectionStatus,
  CreateConnectionRequest,
  CreateConnectionResponse,
  ListConnectionsQuery,
} from './schemas.ts'
