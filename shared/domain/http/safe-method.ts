/** True for a method that only reads (RFC 9110 §9.2.1). */
export const isSafeMethod = (method: string): boolean => /^(?:GET|HEAD|OPTIONS|TRACE)$/i.test(method);
