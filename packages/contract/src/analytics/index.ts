export {
  itemAnalyticsQuerySchema,
  itemAnalyticsSchema,
  itemMetricsSchema,
  METRIC_PROBLEMS,
  metricProblemSchema,
} from './items.ts'
export type { ItemAnalytics, ItemMetrics, MetricProblem } from './items.ts'
export {
  analyticsRowSchema,
  analyticsSummarySchema,
  exportAnalyticsQuerySchema,
  summarizeAnalyticsQuerySchema,
} from './summary.ts'
export type {
  AnalyticsGroup,
  AnalyticsRow,
  AnalyticsSummary,
  AnalyticsSums,
  ExportAnalyticsQuery,
  SummarizeAnalyticsQuery,
} from './summary.ts'
export { ANALYTICS_GROUPS, ANALYTICS_LIMITS, METRICS, metricSchema } from './terms.ts'
export type { Metric } from './terms.ts'
