/**
 * What is asked of nodes beyond their place, the nodes in them, their names and texts. All else is left out of the
 * tree, which would be twice as large with it: places of brackets, commas and keywords, flags, and lists of variables.
 */
export interface Asked {
  readonly fields: readonly string[];
  readonly predicates: readonly string[];
}

const asked: Readonly<Record<string, Partial<Asked>>> = {
  AndNode: { fields: ["operatorLoc"] },
  ArrayPatternNode: { fields: ["openingLoc"] },
  BlockNode: { fields: ["openingLoc"] },
  CallNode: { fields: ["messageLoc"], predicates: ["isSafeNavigation", "isVariableCall"] },
  DefNode: { fields: ["equalLoc"] },
  FindPatternNode: { fields: ["openingLoc"] },
  HashPatternNode: { fields: ["openingLoc"] },
  InterpolatedRegularExpressionNode: { predicates: ["isExtended", "isMultiLine"] },
  LambdaNode: { fields: ["operatorLoc", "openingLoc"] },
  LocalVariableOrWriteNode: { fields: ["nameLoc"] },
  LocalVariableWriteNode: { fields: ["nameLoc"] },
  OptionalKeywordParameterNode: { fields: ["nameLoc"] },
  OptionalParameterNode: { fields: ["nameLoc"] },
  OrNode: { fields: ["operatorLoc"] },
  RangeNode: { predicates: ["isExcludeEnd"] },
  RegularExpressionNode: { predicates: ["isExtended", "isIgnoreCase", "isMultiLine"] },
  RequiredKeywordParameterNode: { fields: ["nameLoc"] },
  RescueNode: { fields: ["keywordLoc"] },
  StringNode: { predicates: ["isFrozen"] },
  UntilNode: { predicates: ["isBeginModifier"] },
  WhileNode: { predicates: ["isBeginModifier"] },
};

export function askedOf(name: string): Asked {
  return { fields: [], predicates: [], ...asked[name] };
}
