/*
 * Written by `npm run prism` from `src/deserialize.js` of @ruby/prism, which is under the MIT licence:
 * Copyright 2022-present, Shopify Inc. Not to be changed by hand.
 */
import type { ParserMemory } from "../parser-memory.ts";
import * as nodes from "./nodes.ts";

/** The kinds of errors, by the parser's number. */
export const errorTypes: readonly string[] = [
  "alias_argument",
  "alias_argument_numbered_reference",
  "ampampeq_multi_assign",
  "argument_after_block",
  "argument_after_forwarding_ellipses",
  "argument_bare_hash",
  "argument_block_forwarding",
  "argument_block_multi",
  "argument_conflict_ampersand",
  "argument_conflict_star",
  "argument_conflict_star_star",
  "argument_formal_class",
  "argument_formal_constant",
  "argument_formal_global",
  "argument_formal_ivar",
  "argument_forwarding_unbound",
  "argument_no_forwarding_ampersand",
  "argument_no_forwarding_ellipses",
  "argument_no_forwarding_star",
  "argument_no_forwarding_star_star",
  "argument_splat_after_assoc_splat",
  "argument_splat_after_splat",
  "argument_term_paren",
  "argument_unexpected_block",
  "array_element",
  "array_expression",
  "array_expression_after_star",
  "array_separator",
  "array_term",
  "begin_lonely_else",
  "begin_term",
  "begin_upcase_brace",
  "begin_upcase_term",
  "begin_upcase_toplevel",
  "block_param_local_variable",
  "block_param_pipe_term",
  "block_term_brace",
  "block_term_end",
  "cannot_parse_expression",
  "cannot_parse_string_part",
  "case_expression_after_case",
  "case_expression_after_when",
  "case_match_missing_predicate",
  "case_missing_conditions",
  "case_term",
  "class_in_method",
  "class_name",
  "class_superclass",
  "class_term",
  "class_unexpected_end",
  "class_variable_bare",
  "conditional_elsif_predicate",
  "conditional_if_predicate",
  "conditional_predicate_term",
  "conditional_term",
  "conditional_term_else",
  "conditional_unless_predicate",
  "conditional_until_predicate",
  "conditional_while_predicate",
  "constant_path_colon_colon_constant",
  "def_endless",
  "def_endless_parameters",
  "def_endless_setter",
  "def_name",
  "def_params_term",
  "def_params_term_paren",
  "def_receiver",
  "def_receiver_term",
  "def_term",
  "defined_expression",
  "embdoc_term",
  "embexpr_end",
  "embvar_invalid",
  "end_upcase_brace",
  "end_upcase_term",
  "escape_invalid_control",
  "escape_invalid_control_repeat",
  "escape_invalid_hexadecimal",
  "escape_invalid_meta",
  "escape_invalid_meta_repeat",
  "escape_invalid_unicode",
  "escape_invalid_unicode_cm_flags",
  "escape_invalid_unicode_list",
  "escape_invalid_unicode_literal",
  "escape_invalid_unicode_long",
  "escape_invalid_unicode_short",
  "escape_invalid_unicode_term",
  "expect_argument",
  "expect_eol_after_statement",
  "expect_expression_after_ampampeq",
  "expect_expression_after_comma",
  "expect_expression_after_equal",
  "expect_expression_after_less_less",
  "expect_expression_after_lparen",
  "expect_expression_after_operator",
  "expect_expression_after_pipepipeeq",
  "expect_expression_after_question",
  "expect_expression_after_splat",
  "expect_expression_after_splat_hash",
  "expect_expression_after_star",
  "expect_for_delimiter",
  "expect_ident_req_parameter",
  "expect_in_delimiter",
  "expect_lparen_after_not_lparen",
  "expect_lparen_after_not_other",
  "expect_lparen_req_parameter",
  "expect_message",
  "expect_rbracket",
  "expect_rparen",
  "expect_rparen_after_multi",
  "expect_rparen_req_parameter",
  "expect_singleton_class_delimiter",
  "expect_string_content",
  "expect_when_delimiter",
  "expression_bare_hash",
  "expression_not_writable",
  "expression_not_writable_encoding",
  "expression_not_writable_false",
  "expression_not_writable_file",
  "expression_not_writable_line",
  "expression_not_writable_nil",
  "expression_not_writable_numbered",
  "expression_not_writable_self",
  "expression_not_writable_true",
  "float_parse",
  "for_collection",
  "for_in",
  "for_index",
  "for_term",
  "global_variable_bare",
  "hash_expression_after_label",
  "hash_key",
  "hash_rocket",
  "hash_term",
  "hash_value",
  "heredoc_identifier",
  "heredoc_term",
  "incomplete_question_mark",
  "incomplete_variable_class",
  "incomplete_variable_class_3_3",
  "incomplete_variable_instance",
  "incomplete_variable_instance_3_3",
  "instance_variable_bare",
  "invalid_block_exit",
  "invalid_character",
  "invalid_comma",
  "invalid_encoding_magic_comment",
  "invalid_escape_character",
  "invalid_float_exponent",
  "invalid_local_variable_read",
  "invalid_local_variable_write",
  "invalid_multibyte_char",
  "invalid_multibyte_character",
  "invalid_multibyte_escape",
  "invalid_number_binary",
  "invalid_number_decimal",
  "invalid_number_fraction",
  "invalid_number_hexadecimal",
  "invalid_number_octal",
  "invalid_number_underscore_inner",
  "invalid_number_underscore_trailing",
  "invalid_percent",
  "invalid_percent_eof",
  "invalid_printable_character",
  "invalid_retry_after_else",
  "invalid_retry_after_ensure",
  "invalid_retry_without_rescue",
  "invalid_symbol",
  "invalid_variable_global",
  "invalid_variable_global_3_3",
  "invalid_yield",
  "it_not_allowed_numbered",
  "it_not_allowed_ordinary",
  "lambda_open",
  "lambda_term_brace",
  "lambda_term_end",
  "list_i_lower_element",
  "list_i_lower_term",
  "list_i_upper_element",
  "list_i_upper_term",
  "list_w_lower_element",
  "list_w_lower_term",
  "list_w_upper_element",
  "list_w_upper_term",
  "malloc_failed",
  "mixed_encoding",
  "module_in_method",
  "module_name",
  "module_term",
  "multi_assign_multi_splats",
  "multi_assign_unexpected_rest",
  "nesting_too_deep",
  "no_local_variable",
  "non_associative_operator",
  "not_expression",
  "number_literal_underscore",
  "numbered_parameter_inner_block",
  "numbered_parameter_it",
  "numbered_parameter_ordinary",
  "numbered_parameter_outer_block",
  "operator_multi_assign",
  "operator_write_arguments",
  "operator_write_block",
  "parameter_assoc_splat_multi",
  "parameter_block_multi",
  "parameter_circular",
  "parameter_forwarding_after_rest",
  "parameter_method_name",
  "parameter_name_duplicated",
  "parameter_no_default",
  "parameter_no_default_kw",
  "parameter_numbered_reserved",
  "parameter_order",
  "parameter_splat_multi",
  "parameter_star",
  "parameter_unexpected_fwd",
  "parameter_unexpected_no_kw",
  "parameter_wild_loose_comma",
  "pattern_array_multiple_rests",
  "pattern_capture_duplicate",
  "pattern_capture_in_alternative",
  "pattern_expression_after_bracket",
  "pattern_expression_after_comma",
  "pattern_expression_after_hrocket",
  "pattern_expression_after_in",
  "pattern_expression_after_key",
  "pattern_expression_after_paren",
  "pattern_expression_after_pin",
  "pattern_expression_after_pipe",
  "pattern_expression_after_range",
  "pattern_expression_after_rest",
  "pattern_find_missing_inner",
  "pattern_hash_implicit",
  "pattern_hash_key",
  "pattern_hash_key_duplicate",
  "pattern_hash_key_interpolated",
  "pattern_hash_key_label",
  "pattern_hash_key_locals",
  "pattern_ident_after_hrocket",
  "pattern_label_after_comma",
  "pattern_rest",
  "pattern_term_brace",
  "pattern_term_bracket",
  "pattern_term_paren",
  "pipepipeeq_multi_assign",
  "regexp_encoding_option_mismatch",
  "regexp_incompat_char_encoding",
  "regexp_invalid_unicode_range",
  "regexp_non_escaped_mbc",
  "regexp_parse_error",
  "regexp_term",
  "regexp_unknown_options",
  "regexp_utf8_char_non_utf8_regexp",
  "rescue_expression",
  "rescue_modifier_value",
  "rescue_term",
  "rescue_variable",
  "return_invalid",
  "script_not_found",
  "singleton_for_literals",
  "statement_alias",
  "statement_postexe_end",
  "statement_preexe_begin",
  "statement_undef",
  "string_concatenation",
  "string_interpolated_term",
  "string_literal_eof",
  "string_literal_term",
  "symbol_invalid",
  "symbol_term_dynamic",
  "symbol_term_interpolated",
  "ternary_colon",
  "ternary_expression_false",
  "ternary_expression_true",
  "unary_disallowed",
  "unary_receiver",
  "undef_argument",
  "unexpected_block_argument",
  "unexpected_index_block",
  "unexpected_index_keywords",
  "unexpected_label",
  "unexpected_multi_write",
  "unexpected_parameter_default_value",
  "unexpected_range_operator",
  "unexpected_safe_navigation",
  "unexpected_token_close_context",
  "unexpected_token_ignore",
  "until_term",
  "void_expression",
  "while_term",
  "write_target_in_method",
  "write_target_readonly",
  "write_target_unexpected",
  "xstring_term",
];

/** The number of the class of `nil`, which has nothing in it. */
export const nilNumber = 108;

/** Reads a node, and all that are in it, from where the parser has put it. */
export function readNode(memory: ParserMemory, pointer: number): nodes.Node {
  const { words, sourceAt } = memory;
  return node(pointer);

  function node(pointer: number): nodes.Node {
    const at = pointer >>> 2;
    const head = words[at]!;
    switch (head & 0xffff) {
      case 1:
        return new nodes.AliasGlobalVariableNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!));
      case 2:
        return new nodes.AliasMethodNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!));
      case 3:
        return new nodes.AlternationPatternNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!));
      case 4:
        return new nodes.AndNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!), words[at + 6]! - sourceAt, words[at + 7]! - sourceAt);
      case 5:
        return new nodes.ArgumentsNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4));
      case 6:
        return new nodes.ArrayNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4));
      case 7:
        return new nodes.ArrayPatternNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), list(at + 5), optional(words[at + 8]!), list(at + 9), place(words[at + 12]!), place(words[at + 13]!));
      case 8:
        return new nodes.AssocNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!));
      case 9:
        return new nodes.AssocSplatNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!));
      case 10:
        return new nodes.BackReferenceReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 11:
        return new nodes.BeginNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 6]!) as nodes.StatementsNode | null, optional(words[at + 7]!) as nodes.RescueNode | null, optional(words[at + 8]!) as nodes.ElseNode | null, optional(words[at + 9]!) as nodes.EnsureNode | null);
      case 12:
        return new nodes.BlockArgumentNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!));
      case 13:
        return new nodes.BlockLocalVariableNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 14:
        return new nodes.BlockNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 7]!), optional(words[at + 8]!), words[at + 9]! - sourceAt, words[at + 10]! - sourceAt);
      case 15:
        return new nodes.BlockParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.optionalConstant(words[at + 4]!));
      case 16:
        return new nodes.BlockParametersNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!) as nodes.ParametersNode | null, list(at + 5));
      case 17:
        return new nodes.BreakNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!) as nodes.ArgumentsNode | null);
      case 18:
        return new nodes.CallAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), memory.constant(words[at + 9]!), memory.constant(words[at + 10]!), node(words[at + 13]!));
      case 19:
        return new nodes.CallNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, optional(words[at + 4]!), memory.constant(words[at + 7]!), place(words[at + 8]!), place(words[at + 9]!), optional(words[at + 12]!) as nodes.ArgumentsNode | null, optional(words[at + 17]!));
      case 20:
        return new nodes.CallOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), memory.constant(words[at + 9]!), memory.constant(words[at + 10]!), memory.constant(words[at + 11]!), node(words[at + 14]!));
      case 21:
        return new nodes.CallOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), memory.constant(words[at + 9]!), memory.constant(words[at + 10]!), node(words[at + 13]!));
      case 22:
        return new nodes.CallTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), memory.constant(words[at + 7]!));
      case 23:
        return new nodes.CapturePatternNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!) as nodes.LocalVariableTargetNode);
      case 24:
        return new nodes.CaseMatchNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), list(at + 5), optional(words[at + 8]!) as nodes.ElseNode | null);
      case 25:
        return new nodes.CaseNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), list(at + 5), optional(words[at + 8]!) as nodes.ElseNode | null);
      case 26:
        return new nodes.ClassNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 9]!), optional(words[at + 12]!), optional(words[at + 13]!), memory.constant(words[at + 16]!));
      case 27:
        return new nodes.ClassVariableAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 28:
        return new nodes.ClassVariableOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!), memory.constant(words[at + 10]!));
      case 29:
        return new nodes.ClassVariableOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 30:
        return new nodes.ClassVariableReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 31:
        return new nodes.ClassVariableTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 32:
        return new nodes.ClassVariableWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 7]!));
      case 33:
        return new nodes.ConstantAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 34:
        return new nodes.ConstantOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!), memory.constant(words[at + 10]!));
      case 35:
        return new nodes.ConstantOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 36:
        return new nodes.ConstantPathAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!) as nodes.ConstantPathNode, node(words[at + 7]!));
      case 37:
        return new nodes.ConstantPathNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), memory.optionalConstant(words[at + 5]!));
      case 38:
        return new nodes.ConstantPathOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!) as nodes.ConstantPathNode, node(words[at + 7]!), memory.constant(words[at + 8]!));
      case 39:
        return new nodes.ConstantPathOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!) as nodes.ConstantPathNode, node(words[at + 7]!));
      case 40:
        return new nodes.ConstantPathTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), memory.optionalConstant(words[at + 5]!));
      case 41:
        return new nodes.ConstantPathWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!) as nodes.ConstantPathNode, node(words[at + 7]!));
      case 42:
        return new nodes.ConstantReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 43:
        return new nodes.ConstantTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 44:
        return new nodes.ConstantWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 7]!));
      case 45:
        return new nodes.DefNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), optional(words[at + 7]!), optional(words[at + 8]!) as nodes.ParametersNode | null, optional(words[at + 9]!), place(words[at + 21]!), place(words[at + 22]!));
      case 46:
        return new nodes.DefinedNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 6]!));
      case 47:
        return new nodes.ElseNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 6]!) as nodes.StatementsNode | null);
      case 48:
        return new nodes.EmbeddedStatementsNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 6]!) as nodes.StatementsNode | null);
      case 49:
        return new nodes.EmbeddedVariableNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 6]!));
      case 50:
        return new nodes.EnsureNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 6]!) as nodes.StatementsNode | null);
      case 51:
        return new nodes.FalseNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 52:
        return new nodes.FindPatternNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), node(words[at + 5]!) as nodes.SplatNode, list(at + 6), node(words[at + 9]!), place(words[at + 10]!), place(words[at + 11]!));
      case 53:
        return new nodes.FlipFlopNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), optional(words[at + 5]!));
      case 54:
        return new nodes.FloatNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.double(at + 4));
      case 55:
        return new nodes.ForNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!), optional(words[at + 6]!) as nodes.StatementsNode | null);
      case 56:
        return new nodes.ForwardingArgumentsNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 57:
        return new nodes.ForwardingParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 58:
        return new nodes.ForwardingSuperNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!) as nodes.BlockNode | null);
      case 59:
        return new nodes.GlobalVariableAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 60:
        return new nodes.GlobalVariableOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!), memory.constant(words[at + 10]!));
      case 61:
        return new nodes.GlobalVariableOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 62:
        return new nodes.GlobalVariableReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 63:
        return new nodes.GlobalVariableTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 64:
        return new nodes.GlobalVariableWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 7]!));
      case 65:
        return new nodes.HashNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 6));
      case 66:
        return new nodes.HashPatternNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), list(at + 5), optional(words[at + 8]!), place(words[at + 9]!), place(words[at + 10]!));
      case 67:
        return new nodes.IfNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 6]!), optional(words[at + 9]!) as nodes.StatementsNode | null, optional(words[at + 10]!));
      case 68:
        return new nodes.ImaginaryNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!));
      case 69:
        return new nodes.ImplicitNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!));
      case 70:
        return new nodes.ImplicitRestNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 71:
        return new nodes.InNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), optional(words[at + 5]!) as nodes.StatementsNode | null);
      case 72:
        return new nodes.IndexAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), optional(words[at + 9]!) as nodes.ArgumentsNode | null, optional(words[at + 12]!) as nodes.BlockArgumentNode | null, node(words[at + 15]!));
      case 73:
        return new nodes.IndexOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), optional(words[at + 9]!) as nodes.ArgumentsNode | null, optional(words[at + 12]!) as nodes.BlockArgumentNode | null, memory.constant(words[at + 13]!), node(words[at + 16]!));
      case 74:
        return new nodes.IndexOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!), optional(words[at + 9]!) as nodes.ArgumentsNode | null, optional(words[at + 12]!) as nodes.BlockArgumentNode | null, node(words[at + 15]!));
      case 75:
        return new nodes.IndexTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), optional(words[at + 7]!) as nodes.ArgumentsNode | null, optional(words[at + 10]!) as nodes.BlockArgumentNode | null);
      case 76:
        return new nodes.InstanceVariableAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 77:
        return new nodes.InstanceVariableOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!), memory.constant(words[at + 10]!));
      case 78:
        return new nodes.InstanceVariableOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 9]!));
      case 79:
        return new nodes.InstanceVariableReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 80:
        return new nodes.InstanceVariableTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 81:
        return new nodes.InstanceVariableWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), node(words[at + 7]!));
      case 82:
        return new nodes.IntegerNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.integer(at + 4));
      case 83:
        return new nodes.InterpolatedMatchLastLineNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 6));
      case 84:
        return new nodes.InterpolatedRegularExpressionNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, list(at + 6));
      case 85:
        return new nodes.InterpolatedStringNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 6));
      case 86:
        return new nodes.InterpolatedSymbolNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 6));
      case 87:
        return new nodes.InterpolatedXStringNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 6));
      case 88:
        return new nodes.ItLocalVariableReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 89:
        return new nodes.ItParametersNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 90:
        return new nodes.KeywordHashNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4));
      case 91:
        return new nodes.KeywordRestParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.optionalConstant(words[at + 4]!));
      case 92:
        return new nodes.LambdaNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, words[at + 7]! - sourceAt, words[at + 8]! - sourceAt, words[at + 9]! - sourceAt, words[at + 10]! - sourceAt, optional(words[at + 13]!), optional(words[at + 14]!));
      case 93:
        return new nodes.LocalVariableAndWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 8]!), memory.constant(words[at + 9]!), words[at + 10]! >>> 0);
      case 94:
        return new nodes.LocalVariableOperatorWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 8]!), memory.constant(words[at + 9]!), memory.constant(words[at + 10]!), words[at + 11]! >>> 0);
      case 95:
        return new nodes.LocalVariableOrWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, words[at + 4]! - sourceAt, words[at + 5]! - sourceAt, node(words[at + 8]!), memory.constant(words[at + 9]!), words[at + 10]! >>> 0);
      case 96:
        return new nodes.LocalVariableReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), words[at + 5]! >>> 0);
      case 97:
        return new nodes.LocalVariableTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), words[at + 5]! >>> 0);
      case 98:
        return new nodes.LocalVariableWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), words[at + 5]! >>> 0, words[at + 6]! - sourceAt, words[at + 7]! - sourceAt, node(words[at + 8]!));
      case 99:
        return new nodes.MatchLastLineNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.text(at + 10, 0), memory.isValid);
      case 100:
        return new nodes.MatchPredicateNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!));
      case 101:
        return new nodes.MatchRequiredNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!));
      case 102:
        return new nodes.MatchWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!) as nodes.CallNode, list(at + 5));
      case 103:
        return new nodes.MissingNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 104:
        return new nodes.ModuleNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 9]!), optional(words[at + 10]!), memory.constant(words[at + 13]!));
      case 105:
        return new nodes.MultiTargetNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4), optional(words[at + 7]!), list(at + 8));
      case 106:
        return new nodes.MultiWriteNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4), optional(words[at + 7]!), list(at + 8), node(words[at + 17]!));
      case 107:
        return new nodes.NextNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!) as nodes.ArgumentsNode | null);
      case 108:
        return new nodes.NilNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 109:
        return new nodes.NoKeywordsParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 110:
        return new nodes.NumberedParametersNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, words[at + 4]! & 0xff);
      case 111:
        return new nodes.NumberedReferenceReadNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, words[at + 4]! >>> 0);
      case 112:
        return new nodes.OptionalKeywordParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), words[at + 5]! - sourceAt, words[at + 6]! - sourceAt, node(words[at + 7]!));
      case 113:
        return new nodes.OptionalParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), words[at + 5]! - sourceAt, words[at + 6]! - sourceAt, node(words[at + 9]!));
      case 114:
        return new nodes.OrNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 5]!), words[at + 6]! - sourceAt, words[at + 7]! - sourceAt);
      case 115:
        return new nodes.ParametersNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4), list(at + 7), optional(words[at + 10]!), list(at + 11), list(at + 14), optional(words[at + 17]!), optional(words[at + 18]!) as nodes.BlockParameterNode | null);
      case 116:
        return new nodes.ParenthesesNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!));
      case 117:
        return new nodes.PinnedExpressionNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!));
      case 118:
        return new nodes.PinnedVariableNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!));
      case 119:
        return new nodes.PostExecutionNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!) as nodes.StatementsNode | null);
      case 120:
        return new nodes.PreExecutionNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 4]!) as nodes.StatementsNode | null);
      case 121:
        return new nodes.ProgramNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 7]!) as nodes.StatementsNode);
      case 122:
        return new nodes.RangeNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, optional(words[at + 4]!), optional(words[at + 5]!));
      case 123:
        return new nodes.RationalNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.integer(at + 4), memory.integer(at + 8));
      case 124:
        return new nodes.RedoNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 125:
        return new nodes.RegularExpressionNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, memory.text(at + 10, 0), memory.isValid);
      case 126:
        return new nodes.RequiredKeywordParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!), words[at + 5]! - sourceAt, words[at + 6]! - sourceAt);
      case 127:
        return new nodes.RequiredParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.constant(words[at + 4]!));
      case 128:
        return new nodes.RescueModifierNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!), node(words[at + 7]!));
      case 129:
        return new nodes.RescueNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, words[at + 4]! - sourceAt, words[at + 5]! - sourceAt, list(at + 6), optional(words[at + 11]!), optional(words[at + 14]!) as nodes.StatementsNode | null, optional(words[at + 15]!) as nodes.RescueNode | null);
      case 130:
        return new nodes.RestParameterNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.optionalConstant(words[at + 4]!));
      case 131:
        return new nodes.RetryNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 132:
        return new nodes.ReturnNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 6]!) as nodes.ArgumentsNode | null);
      case 133:
        return new nodes.SelfNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 134:
        return new nodes.ShareableConstantNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 4]!));
      case 135:
        return new nodes.SingletonClassNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 11]!), optional(words[at + 12]!));
      case 136:
        return new nodes.SourceEncodingNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 137:
        return new nodes.SourceFileNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.text(at + 4, head >>> 16), memory.isValid);
      case 138:
        return new nodes.SourceLineNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 139:
        return new nodes.SplatNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 6]!));
      case 140:
        return new nodes.StatementsNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4));
      case 141:
        return new nodes.StringNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, memory.text(at + 10, head >>> 16), memory.isValid);
      case 142:
        return new nodes.SuperNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 8]!) as nodes.ArgumentsNode | null, optional(words[at + 11]!));
      case 143:
        return new nodes.SymbolNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.text(at + 10, head >>> 16), memory.isValid);
      case 144:
        return new nodes.TrueNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt);
      case 145:
        return new nodes.UndefNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 4));
      case 146:
        return new nodes.UnlessNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, node(words[at + 6]!), optional(words[at + 9]!) as nodes.StatementsNode | null, optional(words[at + 10]!) as nodes.ElseNode | null);
      case 147:
        return new nodes.UntilNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, node(words[at + 10]!), optional(words[at + 11]!) as nodes.StatementsNode | null);
      case 148:
        return new nodes.WhenNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, list(at + 6), optional(words[at + 11]!) as nodes.StatementsNode | null);
      case 149:
        return new nodes.WhileNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, head >>> 16, node(words[at + 10]!), optional(words[at + 11]!) as nodes.StatementsNode | null);
      case 150:
        return new nodes.XStringNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, memory.text(at + 10, head >>> 16), memory.isValid);
      case 151:
        return new nodes.YieldNode(words[at + 2]! - sourceAt, words[at + 3]! - sourceAt, optional(words[at + 8]!) as nodes.ArgumentsNode | null);
      default:
        throw new Error(`there is no node of class ${head & 0xffff}`);
    }
  }

  function optional(pointer: number): nodes.Node | null {
    return pointer === 0 ? null : node(pointer);
  }

  // A list that grows takes room for many; most have no more than these.
  function list(at: number): readonly nodes.Node[] {
    const start = words[at + 2]! >>> 2;
    switch (words[at]!) {
      case 0: return [];
      case 1: return [node(words[start]!)];
      case 2: return [node(words[start]!), node(words[start + 1]!)];
      case 3: return [node(words[start]!), node(words[start + 1]!), node(words[start + 2]!)];
      case 4: return [node(words[start]!), node(words[start + 1]!), node(words[start + 2]!), node(words[start + 3]!)];
    }
    const end = start + words[at]!;
    const found = [];
    for (let place = start; place < end; place++) found.push(node(words[place]!));
    return found;
  }

  function place(pointer: number): number {
    return pointer === 0 ? -1 : pointer - sourceAt;
  }
}
