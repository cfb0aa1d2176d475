/** The faces of an answer. The chosen one stays from Send to Send and from tab to tab, where the next answer has it too. */
export type ResponseFace = 'body' | 'headers' | 'signature' | 'sent' | 'timing' | 'explain';

/** Which face is shown, and how another one is chosen. */
export interface FaceChoice {
  readonly face: ResponseFace;
  readonly onFace: (face: ResponseFace) => void;
}
