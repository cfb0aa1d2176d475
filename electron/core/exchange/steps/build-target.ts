import { buildTargetUrl } from '#shared/domain/http/request-target.ts';
import type { ExchangeStep } from '../exchange-context.ts';

/** Finds out which absolute URL the request means in its environment. */
export const buildTarget: ExchangeStep = (context) => {
  context.url = buildTargetUrl(context.request, context.input.environment);
};
