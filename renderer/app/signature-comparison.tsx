import { lazy, Suspense } from 'react';
import type { ComparisonSlot } from '#renderer/features/response/comparison-slot.ts';

const CompareSignature = lazy(() =>
  import('#renderer/features/diagnosis/compare-signature.tsx').then((m) => ({ default: m.CompareSignature })),
);

/** The diagnosis of another client's signature, in the place that the Signature tab leaves for it. */
export const signatureComparison: ComparisonSlot = (exchange, attempt) => (
  <Suspense fallback={null}>
    <CompareSignature exchange={exchange} attempt={attempt} />
  </Suspense>
);
