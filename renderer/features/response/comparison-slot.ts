import type { ReactNode } from 'react';
import type { Attempt, Exchange } from '#shared/domain/exchange/exchange.ts';

/** Draws what compares another client's signature with that of an attempt; `app/` brings it. */
export type ComparisonSlot = (exchange: Exchange, attempt: Attempt) => ReactNode;
