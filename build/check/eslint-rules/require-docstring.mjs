/**
 * Functions, interfaces and classes that other files may use say in a docstring what they are. Schemas and the types inferred
 * from them are left out: their names and fields say it.
 * @type {import('eslint').Rule.RuleModule}
 */
export const requireDocstring = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: { missing: '{{name}} is exported: say in a docstring (/** … */) what it is, its units and its errors.' },
  },
  create(context) {
    /** @param {any} node */
    function check(node) {
      const declared = node.declaration;
      const subject = declared === null ? null : findSubject(declared);
      if (subject === null || hasDocstring(context.sourceCode, node)) return;
      context.report({ node, messageId: 'missing', data: { name: subject } });
    }
    return { ExportNamedDeclaration: check };
  },
};

/**
 * @param {any} declared
 * @returns {string | null} the name of what needs a docstring
 */
function findSubject(declared) {
  if (['FunctionDeclaration', 'ClassDeclaration', 'TSInterfaceDeclaration'].includes(declared.type))
    return declared.id.name;
  if (declared.type !== 'VariableDeclaration') return null;
  const [first] = declared.declarations;
  return ['ArrowFunctionExpression', 'FunctionExpression'].includes(first.init?.type) ? first.id.name : null;
}

/**
 * @param {import('eslint').SourceCode} sourceCode
 * @param {any} node
 */
function hasDocstring(sourceCode, node) {
  const comment = sourceCode.getCommentsBefore(node).at(-1);
  return comment?.type === 'Block' && comment.value.startsWith('*');
}
