// Made from packages/contract by `pnpm generate`: change it there.

import type { webhookEventSchema } from '@powerpost/contract'
import type { contract } from '@powerpost/contract/routes'
import type { z } from 'zod'
import type * as client from '../../src/generated/types.ts'
import type { Assert, Same } from '../harness/same.ts'

type Contract = typeof contract

/** Does not compile when the contract has changed and the client was not made anew. */
export type Agreement = [
  Assert<Same<client.GenerateContentResponse, z.output<Contract['content']['generate']['responses'][200]>>>,
  Assert<Same<client.GenerateContentRequest, z.input<Contract['content']['generate']['body']>>>,
  Assert<Same<client.Estimate, z.output<Contract['content']['estimate']['responses'][200]>>>,
  Assert<Same<client.GenerateContentRequest, z.input<Contract['content']['estimate']['body']>>>,
  Assert<Same<client.GenerationPage, z.output<Contract['content']['listGenerations']['responses'][200]>>>,
  Assert<Same<client.ListGenerationsQuery, z.input<Contract['content']['listGenerations']['query']>>>,
  Assert<Same<client.Generation, z.output<Contract['content']['getGeneration']['responses'][200]>>>,
  Assert<Same<client.GenerateContentResponse, z.output<Contract['content']['regenerate']['responses'][200]>>>,
  Assert<Same<client.RegenerateRequest, z.input<Contract['content']['regenerate']['body']>>>,
  Assert<Same<client.Media, z.output<Contract['media']['upload']['responses'][200]>>>,
  Assert<Same<client.GenerateImagesResponse, z.output<Contract['images']['generate']['responses'][200]>>>,
  Assert<Same<client.GenerateImagesRequest, z.input<Contract['images']['generate']['body']>>>,
  Assert<Same<client.ImageGenerationPage, z.output<Contract['images']['listGenerations']['responses'][200]>>>,
  Assert<Same<client.ListImageGenerationsQuery, z.input<Contract['images']['listGenerations']['query']>>>,
  Assert<Same<client.ImageGeneration, z.output<Contract['images']['getGeneration']['responses'][200]>>>,
  Assert<Same<client.Credits, z.output<Contract['account']['getCredits']['responses'][200]>>>,
  Assert<Same<client.LedgerPage, z.output<Contract['account']['listLedger']['responses'][200]>>>,
  Assert<Same<client.ListLedgerEntriesQuery, z.input<Contract['account']['listLedger']['query']>>>,
  Assert<Same<client.WorkspacePage, z.output<Contract['account']['workspaces']['list']['responses'][200]>>>,
  Assert<Same<client.ListWorkspacesQuery, z.input<Contract['account']['workspaces']['list']['query']>>>,
  Assert<Same<client.Workspace, z.output<Contract['account']['workspaces']['create']['responses'][200]>>>,
  Assert<Same<client.CreateWorkspaceRequest, z.input<Contract['account']['workspaces']['create']['body']>>>,
  Assert<Same<client.Workspace, z.output<Contract['account']['workspaces']['update']['responses'][200]>>>,
  Assert<Same<client.UpdateWorkspaceRequest, z.input<Contract['account']['workspaces']['update']['body']>>>,
  Assert<Same<client.Deleted, z.output<Contract['account']['workspaces']['delete']['responses'][200]>>>,
  Assert<Same<client.DeleteWorkspaceQuery, z.input<Contract['account']['workspaces']['delete']['query']>>>,
  Assert<Same<client.ApiKeyPage, z.output<Contract['account']['apiKeys']['list']['responses'][200]>>>,
  Assert<Same<client.ListApiKeysQuery, z.input<Contract['account']['apiKeys']['list']['query']>>>,
  Assert<Same<client.CreateApiKeyResponse, z.output<Contract['account']['apiKeys']['create']['responses'][200]>>>,
  Assert<Same<client.CreateApiKeyRequest, z.input<Contract['account']['apiKeys']['create']['body']>>>,
  Assert<Same<client.Deleted, z.output<Contract['account']['apiKeys']['delete']['responses'][200]>>>,
  Assert<Same<client.WritingStylePage, z.output<Contract['writingStyles']['list']['responses'][200]>>>,
  Assert<Same<client.ListWritingStylesQuery, z.input<Contract['writingStyles']['list']['query']>>>,
  Assert<Same<client.WritingStyle, z.output<Contract['writingStyles']['create']['responses'][200]>>>,
  Assert<Same<client.CreateWritingStyleRequest, z.input<Contract['writingStyles']['create']['body']>>>,
  Assert<Same<client.WritingStyle, z.output<Contract['writingStyles']['get']['responses'][200]>>>,
  Assert<Same<client.WritingStyle, z.output<Contract['writingStyles']['update']['responses'][200]>>>,
  Assert<Same<client.UpdateWritingStyleRequest, z.input<Contract['writingStyles']['update']['body']>>>,
  Assert<Same<client.Deleted, z.output<Contract['writingStyles']['delete']['responses'][200]>>>,
  Assert<Same<client.WebhookEndpointPage, z.output<Contract['webhooks']['endpoints']['list']['responses'][200]>>>,
  Assert<Same<client.ListWebhookEndpointsQuery, z.input<Contract['webhooks']['endpoints']['list']['query']>>>,
  Assert<Same<client.CreateWebhookEndpointResponse, z.output<Contract['webhooks']['endpoints']['create']['responses'][200]>>>,
  Assert<Same<client.CreateWebhookEndpointRequest, z.input<Contract['webhooks']['endpoints']['create']['body']>>>,
  Assert<Same<client.WebhookEndpoint, z.output<Contract['webhooks']['endpoints']['get']['responses'][200]>>>,
  Assert<Same<client.WebhookEndpoint, z.output<Contract['webhooks']['endpoints']['update']['responses'][200]>>>,
  Assert<Same<client.UpdateWebhookEndpointRequest, z.input<Contract['webhooks']['endpoints']['update']['body']>>>,
  Assert<Same<client.Deleted, z.output<Contract['webhooks']['endpoints']['delete']['responses'][200]>>>,
  Assert<Same<client.RotateWebhookSecretResponse, z.output<Contract['webhooks']['endpoints']['rotateSecret']['responses'][200]>>>,
  Assert<Same<client.WebhookDelivery, z.output<Contract['webhooks']['endpoints']['test']['responses'][200]>>>,
  Assert<Same<client.ReplayWebhookDeliveriesResponse, z.output<Contract['webhooks']['endpoints']['replay']['responses'][200]>>>,
  Assert<Same<client.ReplayWebhookDeliveriesRequest, z.input<Contract['webhooks']['endpoints']['replay']['body']>>>,
  Assert<Same<client.WebhookDeliveryPage, z.output<Contract['webhooks']['deliveries']['list']['responses'][200]>>>,
  Assert<Same<client.ListWebhookDeliveriesQuery, z.input<Contract['webhooks']['deliveries']['list']['query']>>>,
  Assert<Same<client.WebhookDelivery, z.output<Contract['webhooks']['deliveries']['replay']['responses'][200]>>>,
  Assert<Same<client.WebhookEvent, z.output<typeof webhookEventSchema>>>,
]
