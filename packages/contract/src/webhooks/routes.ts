import { initContract } from '@ts-rest/core'
import { webhookDeliveryRoutes, webhookEndpointDeliveryRoutes } from './delivery-routes.ts'
import { webhookEndpointRoutes } from './endpoint-routes.ts'

export const webhookRoutes = initContract().router({
  endpoints: { ...webhookEndpointRoutes, ...webhookEndpointDeliveryRoutes },
  deliveries: webhookDeliveryRoutes,
})
