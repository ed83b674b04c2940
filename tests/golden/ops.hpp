// SPDX-License-Identifier: BSD-3-Clause
//
// Reference inputs and outputs of the ops, in row-major order; the shapes are in the line above each case.
// Written by ops.py, which says how the values come about. Do not edit.
// clang-format off
#pragma once

#include <cstdint>
#include <limits>

namespace golden {

inline constexpr double inf = std::numeric_limits<double>::infinity();
inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr float inff = std::numeric_limits<float>::infinity();

// Arithmetic with broadcasting: y = a op b.

// add 0: a [2,3], b [3], y [2,3]
inline constexpr double add_0_a[] = {-2.9375, 0.96875, 0.796875, -2.921875, 0.546875, -4.0};
inline constexpr double add_0_b[] = {0.40625, 3.359375, -0.046875};
inline constexpr double add_0_y[] = {-2.53125, 4.328125, 0.75, -2.515625, 3.90625, -4.046875};

// add 1: a [2,1], b [1,3], y [2,3]; both grow
inline constexpr double add_1_a[] = {0.546875, -3.921875};
inline constexpr double add_1_b[] = {1.5, -3.484375, 0.921875};
inline constexpr double add_1_y[] = {2.046875, -2.9375, 1.46875, -2.421875, -7.40625, -3.0};

// add 2: a [], b [2,2], y [2,2]; scalar on the left
inline constexpr double add_2_a[] = {-3.75};
inline constexpr double add_2_b[] = {-1.21875, -3.96875, -3.28125, 2.5625};
inline constexpr double add_2_y[] = {-4.96875, -7.71875, -7.03125, -1.1875};

// add 3: a [4], b [], y [4]; scalar on the right
inline constexpr double add_3_a[] = {3.25, 1.75, -1.4375, -0.15625};
inline constexpr double add_3_b[] = {3.875};
inline constexpr double add_3_y[] = {7.125, 5.625, 2.4375, 3.71875};

// add 4: a [2,3,4], b [3,1], y [2,3,4]; rank 3 with rank 2
inline constexpr double add_4_a[] = {1.125, -0.734375, -1.9375, 3.0, 3.375, -2.4375, 1.671875, -1.640625,
    0.90625, -1.0, 1.59375, 0.78125, 2.765625, 1.546875, 3.78125, -3.390625, 1.84375, -1.40625, 0.671875,
    0.96875, -1.828125, -1.25, -3.875, -3.96875};
inline constexpr double add_4_b[] = {2.640625, -2.96875, 2.0625};
inline constexpr double add_4_y[] = {3.765625, 1.90625, 0.703125, 5.640625, 0.40625, -5.40625, -1.296875,
    -4.609375, 2.96875, 1.0625, 3.65625, 2.84375, 5.40625, 4.1875, 6.421875, -0.75, -1.125, -4.375, -2.296875,
    -2.0, 0.234375, 0.8125, -1.8125, -1.90625};

// add 5: a [3,3], b [3], y [3,3]; square: the wrong axis would fit as well
inline constexpr double add_5_a[] = {-0.484375, -2.65625, -1.0, -0.390625, 0.25, 3.84375, 0.296875, 1.875,
    0.171875};
inline constexpr double add_5_b[] = {-3.84375, -0.59375, 0.953125};
inline constexpr double add_5_y[] = {-4.328125, -3.25, -0.046875, -4.234375, -0.34375, 4.796875, -3.546875,
    1.28125, 1.125};

// subtract 0: a [2,3], b [3], y [2,3]
inline constexpr double subtract_0_a[] = {-3.78125, 3.25, -3.984375, 3.578125, -2.03125, -3.921875};
inline constexpr double subtract_0_b[] = {3.765625, 2.8125, -1.703125};
inline constexpr double subtract_0_y[] = {-7.546875, 0.4375, -2.28125, -0.1875, -4.84375, -2.21875};

// subtract 1: a [2,1], b [1,3], y [2,3]; both grow
inline constexpr double subtract_1_a[] = {-3.65625, 0.5};
inline constexpr double subtract_1_b[] = {-0.109375, 0.9375, 3.25};
inline constexpr double subtract_1_y[] = {-3.546875, -4.59375, -6.90625, 0.609375, -0.4375, -2.75};

// subtract 2: a [], b [2,2], y [2,2]; scalar on the left
inline constexpr double subtract_2_a[] = {0.1875};
inline constexpr double subtract_2_b[] = {3.8125, -3.15625, 0.859375, -0.765625};
inline constexpr double subtract_2_y[] = {-3.625, 3.34375, -0.671875, 0.953125};

// subtract 3: a [4], b [], y [4]; scalar on the right
inline constexpr double subtract_3_a[] = {-0.078125, 2.328125, 3.84375, -1.78125};
inline constexpr double subtract_3_b[] = {-3.921875};
inline constexpr double subtract_3_y[] = {3.84375, 6.25, 7.765625, 2.140625};

// subtract 4: a [2,3,4], b [3,1], y [2,3,4]; rank 3 with rank 2
inline constexpr double subtract_4_a[] = {-0.421875, 2.171875, 3.4375, 3.875, 0.515625, 2.390625, -3.453125,
    -1.9375, 1.546875, 3.421875, -2.25, 1.03125, -3.609375, 3.203125, -1.09375, -2.09375, -1.84375, 2.78125,
    3.90625, -0.515625, -0.171875, -3.4375, -3.15625, 1.046875};
inline constexpr double subtract_4_b[] = {-1.15625, 1.40625, -1.5625};
inline constexpr double subtract_4_y[] = {0.734375, 3.328125, 4.59375, 5.03125, -0.890625, 0.984375,
    -4.859375, -3.34375, 3.109375, 4.984375, -0.6875, 2.59375, -2.453125, 4.359375, 0.0625, -0.9375, -3.25,
    1.375, 2.5, -1.921875, 1.390625, -1.875, -1.59375, 2.609375};

// subtract 5: a [3,3], b [3], y [3,3]; square: the wrong axis would fit as well
inline constexpr double subtract_5_a[] = {-0.71875, -3.15625, 0.90625, -1.609375, -0.40625, 0.875, 3.953125,
    -1.671875, -3.140625};
inline constexpr double subtract_5_b[] = {-1.96875, -0.15625, 0.359375};
inline constexpr double subtract_5_y[] = {1.25, -3.0, 0.546875, 0.359375, -0.25, 0.515625, 5.921875,
    -1.515625, -3.5};

// multiply 0: a [2,3], b [3], y [2,3]
inline constexpr double multiply_0_a[] = {0.265625, 1.109375, 0.984375, -2.234375, 0.296875, -0.828125};
inline constexpr double multiply_0_b[] = {-0.21875, -2.734375, -2.921875};
inline constexpr double multiply_0_y[] = {-0.05810546875, -3.033447265625, -2.876220703125, 0.48876953125,
    -0.811767578125, 2.419677734375};

// multiply 1: a [2,1], b [1,3], y [2,3]; both grow
inline constexpr double multiply_1_a[] = {2.03125, 1.453125};
inline constexpr double multiply_1_b[] = {0.0625, -1.015625, -1.234375};
inline constexpr double multiply_1_y[] = {0.126953125, -2.06298828125, -2.50732421875, 0.0908203125,
    -1.475830078125, -1.793701171875};

// multiply 2: a [], b [2,2], y [2,2]; scalar on the left
inline constexpr double multiply_2_a[] = {-1.203125};
inline constexpr double multiply_2_b[] = {-0.875, 0.3125, 2.578125, 3.65625};
inline constexpr double multiply_2_y[] = {1.052734375, -0.3759765625, -3.101806640625, -4.39892578125};

// multiply 3: a [4], b [], y [4]; scalar on the right
inline constexpr double multiply_3_a[] = {-4.0, 2.671875, 0.53125, -0.078125};
inline constexpr double multiply_3_b[] = {-2.53125};
inline constexpr double multiply_3_y[] = {10.125, -6.76318359375, -1.3447265625, 0.19775390625};

// multiply 4: a [2,3,4], b [3,1], y [2,3,4]; rank 3 with rank 2
inline constexpr double multiply_4_a[] = {3.9375, 0.53125, 2.4375, -0.328125, -0.34375, -1.03125, 0.75,
    -2.65625, 1.734375, -1.0, 0.921875, -2.109375, 2.828125, -1.5, 1.890625, -2.09375, -2.8125, 2.15625,
    1.234375, -3.578125, 2.90625, 2.578125, 3.390625, -3.296875};
inline constexpr double multiply_4_b[] = {2.671875, -2.09375, 3.1875};
inline constexpr double multiply_4_y[] = {10.5205078125, 1.41943359375, 6.5126953125, -0.876708984375,
    0.7197265625, 2.1591796875, -1.5703125, 5.5615234375, 5.5283203125, -3.1875, 2.9384765625, -6.7236328125,
    7.556396484375, -4.0078125, 5.051513671875, -5.59423828125, 5.888671875, -4.5146484375, -2.58447265625,
    7.49169921875, 9.263671875, 8.2177734375, 10.8076171875, -10.5087890625};

// multiply 5: a [3,3], b [3], y [3,3]; square: the wrong axis would fit as well
inline constexpr double multiply_5_a[] = {1.796875, -3.59375, -2.0625, -1.515625, -0.78125, 0.28125, 2.078125,
    -3.578125, 2.828125};
inline constexpr double multiply_5_b[] = {-2.328125, -2.9375, 2.15625};
inline constexpr double multiply_5_y[] = {-4.183349609375, 10.556640625, -4.447265625, 3.528564453125,
    2.294921875, 0.6064453125, -4.838134765625, 10.5107421875, 6.09814453125};

// divide 0: a [2,3], b [3], y [2,3]
inline constexpr double divide_0_a[] = {3.234375, -3.09375, 2.578125, 2.265625, 2.75, 3.1875};
inline constexpr double divide_0_b[] = {-2.921875, -1.5625, 0.75};
inline constexpr double divide_0_y[] = {-1.106951871657754, 1.98, 3.4375, -0.7754010695187166, -1.76, 4.25};

// divide 1: a [2,1], b [1,3], y [2,3]; both grow
inline constexpr double divide_1_a[] = {-3.46875, -4.0};
inline constexpr double divide_1_b[] = {-0.25, 0.75, 2.734375};
inline constexpr double divide_1_y[] = {13.875, -4.625, -1.2685714285714285, 16.0, -5.333333333333333,
    -1.4628571428571429};

// divide 2: a [], b [2,2], y [2,2]; scalar on the left
inline constexpr double divide_2_a[] = {-1.078125};
inline constexpr double divide_2_b[] = {-2.75, 1.765625, 1.875, 2.0625};
inline constexpr double divide_2_y[] = {0.39204545454545453, -0.6106194690265486, -0.575,
    -0.5227272727272727};

// divide 3: a [4], b [], y [4]; scalar on the right
inline constexpr double divide_3_a[] = {-3.21875, 0.46875, 0.34375, 3.9375};
inline constexpr double divide_3_b[] = {-1.296875};
inline constexpr double divide_3_y[] = {2.4819277108433737, -0.3614457831325301, -0.26506024096385544,
    -3.036144578313253};

// divide 4: a [2,3,4], b [3,1], y [2,3,4]; rank 3 with rank 2
inline constexpr double divide_4_a[] = {2.296875, -2.171875, -1.53125, 1.546875, 3.78125, 2.28125, 2.53125,
    -0.8125, -2.296875, -0.390625, -3.625, 0.015625, -0.453125, 0.765625, -1.9375, -1.15625, 0.59375,
    3.203125, -3.84375, 0.4375, -1.28125, -2.0625, 3.65625, 0.296875};
inline constexpr double divide_4_b[] = {-2.3125, -2.359375, -2.765625};
inline constexpr double divide_4_y[] = {-0.9932432432432432, 0.9391891891891891, 0.6621621621621622,
    -0.668918918918919, -1.6026490066225165, -0.9668874172185431, -1.0728476821192052, 0.3443708609271523,
    0.8305084745762712, 0.14124293785310735, 1.310734463276836, -0.005649717514124294, 0.19594594594594594,
    -0.3310810810810811, 0.8378378378378378, 0.5, -0.25165562913907286, -1.3576158940397351,
    1.6291390728476822, -0.18543046357615894, 0.4632768361581921, 0.7457627118644068, -1.3220338983050848,
    -0.10734463276836158};

// divide 5: a [3,3], b [3], y [3,3]; square: the wrong axis would fit as well
inline constexpr double divide_5_a[] = {-1.90625, 3.703125, -2.78125, -1.953125, -1.6875, 3.859375, -3.90625,
    3.984375, 0.0625};
inline constexpr double divide_5_b[] = {0.75, -2.953125, 0.484375};
inline constexpr double divide_5_y[] = {-2.5416666666666665, -1.253968253968254, -5.741935483870968,
    -2.6041666666666665, 0.5714285714285714, 7.967741935483871, -5.208333333333333, -1.3492063492063493,
    0.12903225806451613};

// divide 6: a [5], b [5], y [5]; by zero and infinity
inline constexpr double divide_6_a[] = {1.0, -1.0, 0.0, 1.0, inf};
inline constexpr double divide_6_b[] = {0.0, 0.0, 0.0, inf, inf};
inline constexpr double divide_6_y[] = {inf, -inf, nan, 0.0, nan};

// add 6: a [3], b [3], y [3]; infinities
inline constexpr double add_6_a[] = {inf, inf, 1.0};
inline constexpr double add_6_b[] = {inf, -inf, -inf};
inline constexpr double add_6_y[] = {inf, nan, -inf};

// add_f32 0: a [3], b [3], y [3]; overflow
inline constexpr float add_f32_0_a[] = {3e+38f, -3e+38f, 1e+38f};
inline constexpr float add_f32_0_b[] = {3e+38f, -3e+38f, -1e+38f};
inline constexpr float add_f32_0_y[] = {inff, -inff, 0.0f};

// multiply_f32 0: a [3], b [3], y [3]; overflow and underflow
inline constexpr float multiply_f32_0_a[] = {1e+20f, -1e+20f, 1e-30f};
inline constexpr float multiply_f32_0_b[] = {1e+20f, 1e+20f, 1e-30f};
inline constexpr float multiply_f32_0_y[] = {inff, -inff, 0.0f};

// add_i32 0: a [2,3], b [3], y [2,3]
inline constexpr std::int32_t add_i32_0_a[] = {7, -7, 100000, 0, 3, -46340};
inline constexpr std::int32_t add_i32_0_b[] = {2, -3, 21474};
inline constexpr std::int32_t add_i32_0_y[] = {9, -10, 121474, 2, 0, -24866};

// subtract_i32 0: a [2,3], b [3], y [2,3]
inline constexpr std::int32_t subtract_i32_0_a[] = {7, -7, 100000, 0, 3, -46340};
inline constexpr std::int32_t subtract_i32_0_b[] = {2, -3, 21474};
inline constexpr std::int32_t subtract_i32_0_y[] = {5, -4, 78526, -2, 6, -67814};

// multiply_i32 0: a [2,3], b [3], y [2,3]
inline constexpr std::int32_t multiply_i32_0_a[] = {7, -7, 100000, 0, 3, -46340};
inline constexpr std::int32_t multiply_i32_0_b[] = {2, -3, 21474};
inline constexpr std::int32_t multiply_i32_0_y[] = {14, 21, 2147400000, 0, -9, -995105160};

// Equality with broadcasting.

// equal 0: a [2,3], b [3], y [2,3]
inline constexpr double equal_0_a[] = {1.5, 2.0, -0.0, 0.25, 2.0, 4.0};
inline constexpr double equal_0_b[] = {1.5, 2.0, 0.0};
inline constexpr bool equal_0_y[] = {true, true, true, false, true, false};

// equal 1: a [2,1], b [], y [2,1]; scalar
inline constexpr double equal_1_a[] = {2.0, 3.0};
inline constexpr double equal_1_b[] = {3.0};
inline constexpr bool equal_1_y[] = {false, true};

// equal 2: a [4], b [4], y [4]; infinities; nan equals nothing
inline constexpr double equal_2_a[] = {inf, -inf, nan, nan};
inline constexpr double equal_2_b[] = {inf, inf, nan, 0.0};
inline constexpr bool equal_2_y[] = {true, false, false, false};

// equal_i32 0: a [3,1], b [1,2], y [3,2]
inline constexpr std::int32_t equal_i32_0_a[] = {1, 2, 3};
inline constexpr std::int32_t equal_i32_0_b[] = {1, 2};
inline constexpr bool equal_i32_0_y[] = {true, false, false, true, false, false};

// Element by element: y = f(x).

// negative 0: x [], y []
inline constexpr double negative_0_x[] = {-3.25};
inline constexpr double negative_0_y[] = {3.25};

// negative 1: x [5], y [5]
inline constexpr double negative_1_x[] = {-2.4375, -2.15625, 0.453125, -2.9375, 2.1875};
inline constexpr double negative_1_y[] = {2.4375, 2.15625, -0.453125, 2.9375, -2.1875};

// negative 2: x [2,3], y [2,3]
inline constexpr double negative_2_x[] = {3.65625, -2.25, -2.34375, -1.328125, -1.3125, 2.71875};
inline constexpr double negative_2_y[] = {-3.65625, 2.25, 2.34375, 1.328125, 1.3125, -2.71875};

// negative 3: x [2,2,3], y [2,2,3]
inline constexpr double negative_3_x[] = {0.671875, 3.453125, 2.09375, -0.984375, -0.484375, -2.625, 0.484375,
    -1.46875, -2.96875, 2.203125, -2.84375, -0.625};
inline constexpr double negative_3_y[] = {-0.671875, -3.453125, -2.09375, 0.984375, 0.484375, 2.625,
    -0.484375, 1.46875, 2.96875, -2.203125, 2.84375, 0.625};

// negative 4: x [5], y [5]; extreme values
inline constexpr double negative_4_x[] = {0.0, -0.0, inf, -inf, 1.0000000150474662e+30};
inline constexpr double negative_4_y[] = {-0.0, 0.0, -inf, inf, -1.0000000150474662e+30};

// relu 0: x [], y []
inline constexpr double relu_0_x[] = {-2.375};
inline constexpr double relu_0_y[] = {0.0};

// relu 1: x [5], y [5]
inline constexpr double relu_1_x[] = {1.71875, -2.953125, -2.265625, -1.25, 2.421875};
inline constexpr double relu_1_y[] = {1.71875, 0.0, 0.0, 0.0, 2.421875};

// relu 2: x [2,3], y [2,3]
inline constexpr double relu_2_x[] = {1.578125, 1.703125, -3.125, 3.1875, 3.53125, -1.859375};
inline constexpr double relu_2_y[] = {1.578125, 1.703125, 0.0, 3.1875, 3.53125, 0.0};

// relu 3: x [2,2,3], y [2,2,3]
inline constexpr double relu_3_x[] = {0.96875, 1.953125, -0.484375, 0.359375, 1.875, 2.578125, 3.515625,
    -3.296875, 0.890625, 3.125, 2.984375, 0.96875};
inline constexpr double relu_3_y[] = {0.96875, 1.953125, 0.0, 0.359375, 1.875, 2.578125, 3.515625, 0.0,
    0.890625, 3.125, 2.984375, 0.96875};

// relu 4: x [6], y [6]; extreme values
inline constexpr double relu_4_x[] = {0.0, -0.0, inf, -inf, 1.0000000031710769e-30, -1.0000000031710769e-30};
inline constexpr double relu_4_y[] = {0.0, 0.0, inf, 0.0, 1.0000000031710769e-30, 0.0};

// tanh 0: x [], y []
inline constexpr double tanh_0_x[] = {3.8125};
inline constexpr double tanh_0_y[] = {0.9990242857544355};

// tanh 1: x [5], y [5]
inline constexpr double tanh_1_x[] = {1.046875, 3.953125, 3.265625, 2.390625, -2.84375};
inline constexpr double tanh_1_y[] = {0.7805884522440585, 0.9992634041479679, 0.9970898741229343,
    0.9833684430450518, -0.993246775236521};

// tanh 2: x [2,3], y [2,3]
inline constexpr double tanh_2_x[] = {3.3125, -1.125, -0.5, 0.671875, -1.046875, 0.171875};
inline constexpr double tanh_2_y[] = {0.9973499551655737, -0.809301070201781, -0.46211715726000974,
    0.5862119023682238, -0.7805884522440585, 0.17020230840646236};

// tanh 3: x [2,2,3], y [2,2,3]
inline constexpr double tanh_3_x[] = {-3.84375, 3.59375, -3.140625, -1.265625, -0.4375, -2.21875, 2.09375,
    1.15625, -3.5625, 2.8125, 0.625, -0.71875};
inline constexpr double tanh_3_y[] = {-0.99908337419873, 0.998489188734541, -0.9962648680442134,
    -0.852607460587903, -0.41157005567402244, -0.9766254840086112, 0.9700858268137, 0.8198140120760964,
    -0.9983918281287415, 0.9928127948371598, 0.5545997223493823, -0.6161344271055263};

// tanh 4: x [8], y [8]; extreme values
inline constexpr double tanh_4_x[] = {1000.0, -1000.0, 20.0, -20.0, 9.0, -9.0, inf, -inf};
inline constexpr double tanh_4_y[] = {1.0, -1.0, 1.0, -1.0, 0.999999969540041, -0.999999969540041, 1.0, -1.0};

// tanh 5: x [5], y [5]; near zero
inline constexpr double tanh_5_x[] = {9.99999993922529e-09, -9.99999993922529e-09, 1.0000000031710769e-30,
    0.0, -0.0};
inline constexpr double tanh_5_y[] = {9.99999993922529e-09, -9.99999993922529e-09, 1.0000000031710769e-30,
    0.0, -0.0};

// sigmoid 0: x [], y []
inline constexpr double sigmoid_0_x[] = {-0.671875};
inline constexpr double sigmoid_0_y[] = {0.3380771241500058};

// sigmoid 1: x [5], y [5]
inline constexpr double sigmoid_1_x[] = {1.109375, -2.765625, 2.6875, -0.890625, -1.078125};
inline constexpr double sigmoid_1_y[] = {0.7520125737597972, 0.05921025074128593, 0.9362850057480346,
    0.29098086621490676, 0.2538610069692489};

// sigmoid 2: x [2,3], y [2,3]
inline constexpr double sigmoid_2_x[] = {-1.03125, -1.84375, 3.109375, -3.8125, 2.53125, -1.28125};
inline constexpr double sigmoid_2_y[] = {0.26284183737131667, 0.13660839002621936, 0.9572778024535095,
    0.021615332762647654, 0.9263037302939515, 0.21733752104706247};

// sigmoid 3: x [2,2,3], y [2,2,3]
inline constexpr double sigmoid_3_x[] = {1.5625, 0.0, 1.734375, 0.671875, 1.265625, -1.59375, 2.421875,
    -3.0625, 2.453125, 0.921875, 2.15625, -2.546875};
inline constexpr double sigmoid_3_y[] = {0.8267117940706734, 0.5, 0.849971175657575, 0.6619228758499942,
    0.7799929002541068, 0.16885695214168314, 0.9184802440252811, 0.044680870272650205, 0.9207896758909756,
    0.7154239957834733, 0.8962513731336202, 0.07263670636078697};

// sigmoid 4: x [8], y [8]; extreme values
inline constexpr double sigmoid_4_x[] = {1000.0, -1000.0, 40.0, -40.0, 17.0, -17.0, inf, -inf};
inline constexpr double sigmoid_4_y[] = {1.0, 0.0, 1.0, 4.248354255291589e-18, 0.9999999586006245,
    4.1399375473943306e-08, 1.0, 0.0};

// sigmoid 5: x [5], y [5]; near zero
inline constexpr double sigmoid_5_x[] = {9.99999993922529e-09, -9.99999993922529e-09, 1.0000000031710769e-30,
    0.0, -0.0};
inline constexpr double sigmoid_5_y[] = {0.5000000025, 0.4999999975, 0.5, 0.5, 0.5};

// exp 0: x [], y []
inline constexpr double exp_0_x[] = {-3.0};
inline constexpr double exp_0_y[] = {0.049787068367863944};

// exp 1: x [5], y [5]
inline constexpr double exp_1_x[] = {-3.828125, -2.171875, -3.296875, -1.265625, 0.96875};
inline constexpr double exp_1_y[] = {0.021750359344450344, 0.1139637344565904, 0.03699860758070385,
    0.28206295169381546, 2.6346490888156313};

// exp 2: x [2,3], y [2,3]
inline constexpr double exp_2_x[] = {3.5, 3.421875, -3.4375, -1.90625, -1.5, -1.53125};
inline constexpr double exp_2_y[] = {33.11545195869231, 30.62678644311483, 0.03214494732687607,
    0.1486367305381225, 0.22313016014842982, 0.2162651668298873};

// exp 3: x [2,2,3], y [2,2,3]
inline constexpr double exp_3_x[] = {-2.609375, -2.859375, 0.828125, 1.625, 3.515625, 1.4375, 1.25, -0.640625,
    1.453125, -3.328125, 2.9375, 0.46875};
inline constexpr double exp_3_y[] = {0.07358051721811718, 0.057304564428268645, 2.289022796332201,
    5.0784190371800815, 33.63694444585419, 4.21015725614396, 3.4903429574618414, 0.5269629692433709,
    4.276457585717836, 0.035860280096566576, 18.868615759264884, 1.5979954499506333};

// exp 4: x [6], y [6]; extreme values
inline constexpr double exp_4_x[] = {0.0, 88.0, -87.0, -1000.0, -inf, inf};
inline constexpr double exp_4_y[] = {1.0, 1.6516362549940018e+38, 1.6458114310822737e-38, 0.0, 0.0, inf};

// exp 5: x [5], y [5]; near zero
inline constexpr double exp_5_x[] = {9.99999993922529e-09, -9.99999993922529e-09, 1.0000000031710769e-30, 0.0,
    -0.0};
inline constexpr double exp_5_y[] = {1.00000001, 0.9999999900000001, 1.0, 1.0, 1.0};

// log 0: x [], y []
inline constexpr double log_0_x[] = {3.09375};
inline constexpr double log_0_y[] = {1.1293839473348635};

// log 1: x [5], y [5]
inline constexpr double log_1_x[] = {1.578125, 1.515625, 0.921875, 1.5625, 0.09375};
inline constexpr double log_1_y[] = {0.4562374334815876, 0.415827895143711, -0.0813456394539524,
    0.44628710262841953, -2.367123614131617};

// log 2: x [2,3], y [2,3]
inline constexpr double log_2_x[] = {2.203125, 3.1875, 3.859375, 3.296875, 0.59375, 1.015625};
inline constexpr double log_2_y[] = {0.7898768070184964, 1.1592369104845446, 1.3505052532683053,
    1.1929750501163947, -0.5212969236332861, 0.015504186535965254};

// log 3: x [2,2,3], y [2,2,3]
inline constexpr double log_3_x[] = {3.546875, 2.3125, 2.65625, 2.296875, 2.75, 2.796875, 1.90625, 3.140625,
    2.953125, 2.203125, 1.46875, 3.671875};
inline constexpr double log_3_y[] = {1.2660669341217308, 0.8383291904044432, 0.9769153536905899,
    0.8315495034190644, 1.0116009116784799, 1.0285027224810832, 0.6451379613735847, 1.1444218246994038,
    1.0828639316999704, 0.7898768070184964, 0.38441169891033206, 1.300702430784487};

// log 4: x [6], y [6]; extreme values
inline constexpr double log_4_x[] = {0.0, 1.0, -1.0, inf, 1.0000000031710769e-30, 1.0000000150474662e+30};
inline constexpr double log_4_y[] = {-inf, 0.0, nan, inf, -69.07755278665029, 69.07755280486883};

// square 0: x [], y []
inline constexpr double square_0_x[] = {-1.796875};
inline constexpr double square_0_y[] = {3.228759765625};

// square 1: x [5], y [5]
inline constexpr double square_1_x[] = {3.859375, 3.71875, -1.25, -3.5, -2.578125};
inline constexpr double square_1_y[] = {14.894775390625, 13.8291015625, 1.5625, 12.25, 6.646728515625};

// square 2: x [2,3], y [2,3]
inline constexpr double square_2_x[] = {-0.78125, 3.984375, -1.34375, 2.1875, 1.109375, -1.125};
inline constexpr double square_2_y[] = {0.6103515625, 15.875244140625, 1.8056640625, 4.78515625,
    1.230712890625, 1.265625};

// square 3: x [2,2,3], y [2,2,3]
inline constexpr double square_3_x[] = {-1.09375, -1.15625, 1.921875, 0.40625, 0.1875, 1.046875, -0.171875,
    2.03125, -4.0, 3.609375, -3.40625, -1.734375};
inline constexpr double square_3_y[] = {1.1962890625, 1.3369140625, 3.693603515625, 0.1650390625, 0.03515625,
    1.095947265625, 0.029541015625, 4.1259765625, 16.0, 13.027587890625, 11.6025390625, 3.008056640625};

// square 4: x [6], y [6]; extreme values
inline constexpr double square_4_x[] = {0.0, 4096.0, -4096.0, 1.000000045813705e-18, inf, -inf};
inline constexpr double square_4_y[] = {0.0, 16777216.0, 16777216.0, 1.000000091627412e-36, inf, inf};

// sqrt 0: x [], y []
inline constexpr double sqrt_0_x[] = {0.578125};
inline constexpr double sqrt_0_y[] = {0.7603453162872774};

// sqrt 1: x [5], y [5]
inline constexpr double sqrt_1_x[] = {2.734375, 1.03125, 1.1875, 0.625, 1.59375};
inline constexpr double sqrt_1_y[] = {1.653594569415369, 1.015504800579495, 1.0897247358851685,
    0.7905694150420949, 1.2624381172952597};

// sqrt 2: x [2,3], y [2,3]
inline constexpr double sqrt_2_x[] = {0.171875, 1.65625, 4.015625, 0.390625, 0.4375, 2.765625};
inline constexpr double sqrt_2_y[] = {0.414578098794425, 1.286953767623375, 2.003902442735175, 0.625,
    0.6614378277661477, 1.6630168369562588};

// sqrt 3: x [2,2,3], y [2,2,3]
inline constexpr double sqrt_3_x[] = {2.09375, 1.796875, 0.171875, 3.25, 3.578125, 2.578125, 0.859375,
    0.078125, 1.25, 1.0625, 1.5625, 0.359375};
inline constexpr double sqrt_3_y[] = {1.4469796128487782, 1.340475661845451, 0.414578098794425,
    1.8027756377319946, 1.8915932438026946, 1.6056540723331412, 0.9270248108869579, 0.2795084971874737,
    1.118033988749895, 1.0307764064044151, 1.25, 0.5994789404140899};

// sqrt 4: x [7], y [7]; extreme values
inline constexpr double sqrt_4_x[] = {0.0, 1.0, 4.0, -1.0, 1.0000000031710769e-30, 1.0000000150474662e+30,
    inf};
inline constexpr double sqrt_4_y[] = {0.0, 1.0, 2.0, nan, 1.0000000015855385e-15, 1000000007523733.1, inf};

// exp_f32 0: x [4], y [4]; overflow and underflow
inline constexpr float exp_f32_0_x[] = {100.0f, -110.0f, 89.0f, 1000.0f};
inline constexpr float exp_f32_0_y[] = {inff, 0.0f, inff, inff};

// square_f32 0: x [3], y [3]; overflow and underflow
inline constexpr float square_f32_0_x[] = {1e+20f, -1e+20f, 1e-30f};
inline constexpr float square_f32_0_y[] = {inff, inff, 0.0f};

// negative_i32 0: x [2,2], y [2,2]
inline constexpr std::int32_t negative_i32_0_x[] = {1, -2, 0, 2147483647};
inline constexpr std::int32_t negative_i32_0_y[] = {-1, 2, 0, -2147483647};

// square_i32 0: x [2,2], y [2,2]
inline constexpr std::int32_t square_i32_0_x[] = {3, -4, 0, 46340};
inline constexpr std::int32_t square_i32_0_y[] = {9, 16, 0, 2147395600};

// relu_i32 0: x [3], y [3]
inline constexpr std::int32_t relu_i32_0_x[] = {3, -4, 0};
inline constexpr std::int32_t relu_i32_0_y[] = {3, 0, 0};

// Matrix products: y = a b, with a and b as they are stored.

// matmul 0: a [3,4], b [4,5], y [3,5]
inline constexpr double matmul_0_a[] = {-1.546875, 0.15625, 2.96875, 3.890625, -3.03125, -1.9375, -2.5,
    -1.34375, -3.8125, -3.46875, 0.0625, 1.453125};
inline constexpr double matmul_0_b[] = {3.078125, -0.109375, -1.53125, -2.953125, 1.703125, 2.390625,
    1.859375, -1.8125, 3.703125, 2.171875, 0.78125, 2.953125, -3.65625, 1.484375, 3.953125, -0.625, 2.203125,
    -2.0625, 0.609375, 2.453125};
inline constexpr double matmul_0_y[] = {-4.500244140625, 17.79833984375, -16.79345703125, 11.92431640625,
    18.98486328125, -15.07568359375, -13.6142578125, 20.0654296875, -2.7529296875, -22.5498046875,
    -20.88720703125, -2.646728515625, 8.8994140625, -0.608154296875, -10.215087890625};

// matmul 1: a [3,3], b [3,3], y [3,3]; square: a forgotten transpose would fit as well
inline constexpr double matmul_1_a[] = {-2.203125, -3.515625, -3.734375, 0.65625, 0.03125, 2.21875, -2.765625,
    3.8125, -1.640625};
inline constexpr double matmul_1_b[] = {2.859375, 3.0625, -2.40625, 1.1875, -1.328125, -1.953125, 0.484375,
    1.84375, 0.359375};
inline constexpr double matmul_1_y[] = {-12.283203125, -8.963134765625, 10.82568359375, 2.98828125,
    6.05908203125, -0.8427734375, -4.17529296875, -16.55810546875, -1.381103515625};

// matmul_transpose_a 0: a [4,3], b [4,5], y [3,5]
inline constexpr double matmul_transpose_a_0_a[] = {-3.265625, 1.828125, 1.90625, 0.671875, -1.625, 0.09375,
    3.890625, 1.84375, -1.921875, -3.34375, 2.25, 0.578125};
inline constexpr double matmul_transpose_a_0_b[] = {-3.96875, 1.15625, -1.46875, 0.328125, -3.328125,
    3.140625, 3.296875, 0.65625, -0.328125, 1.90625, 0.625, -1.4375, -1.359375, 0.828125, 2.0625, 2.984375,
    2.21875, -0.234375, -3.9375, 1.515625};
inline constexpr double matmul_transpose_a_0_y[] = {7.523193359375, -14.572509765625, 0.732177734375,
    15.095947265625, 15.105712890625, -4.49169921875, -0.90185546875, -6.78515625, -6.199462890625,
    -1.968994140625, -6.746826171875, 6.55859375, -0.26123046875, -3.273193359375, -9.253173828125};

// matmul_transpose_a 1: a [3,3], b [3,3], y [3,3]; square: a forgotten transpose would fit as well
inline constexpr double matmul_transpose_a_1_a[] = {-2.546875, -3.796875, -1.71875, -0.390625, 2.21875,
    3.15625, 1.9375, 0.0625, -3.6875};
inline constexpr double matmul_transpose_a_1_b[] = {1.515625, -2.015625, -0.25, 1.28125, -1.0, -2.40625,
    -3.09375, -2.859375, -0.015625};
inline constexpr double matmul_transpose_a_1_y[] = {-10.354736328125, -0.015869140625, 1.54638671875,
    -3.105224609375, 5.255615234375, -4.390625, 12.84716796875, 10.85205078125, -7.107421875};

// matmul_transpose_b 0: a [3,4], b [5,4], y [3,5]
inline constexpr double matmul_transpose_b_0_a[] = {-0.953125, -0.375, 0.515625, 2.203125, 2.734375, 0.90625,
    2.5, -3.34375, 0.75, -3.078125, -1.140625, -1.859375};
inline constexpr double matmul_transpose_b_0_b[] = {1.59375, -1.46875, -3.625, 2.609375, 2.4375, -2.09375,
    -0.109375, -3.921875, -1.3125, 1.0625, -1.546875, 1.65625, 0.0, -0.3125, -1.84375, 0.375, 3.671875,
    0.890625, -2.34375, -2.5};
inline constexpr double matmul_transpose_b_0_y[] = {2.911376953125, -10.23486328125, 3.703857421875,
    -0.00732421875, -10.550048828125, -14.7607421875, 17.60791015625, -12.03125, -6.146484375,
    13.347412109375, 4.999267578125, 15.68994140625, -5.570068359375, 2.36767578125, 7.334228515625};

// matmul_transpose_b 1: a [3,3], b [3,3], y [3,3]; square: a forgotten transpose would fit as well
inline constexpr double matmul_transpose_b_1_a[] = {-0.5, -1.046875, 3.0625, -3.984375, -1.40625, 3.375,
    -0.671875, 0.46875, 3.3125};
inline constexpr double matmul_transpose_b_1_b[] = {1.9375, -1.75, 1.234375, -3.609375, -3.421875, 0.4375,
    3.671875, 0.078125, -0.640625};
inline constexpr double matmul_transpose_b_1_y[] = {4.6435546875, 6.726806640625, -3.879638671875,
    -1.0927734375, 20.669677734375, -16.902099609375, 1.966796875, 2.270263671875, -4.552490234375};

// matmul_transpose_a_transpose_b 0: a [4,3], b [5,4], y [3,5]
inline constexpr double matmul_transpose_a_transpose_b_0_a[] = {-0.8125, 0.328125, 3.8125, -3.484375, 3.15625,
    1.546875, -2.375, -3.5625, 1.125, -2.984375, 2.625, -1.921875};
inline constexpr double matmul_transpose_a_transpose_b_0_b[] = {-2.6875, 2.96875, 1.578125, -0.9375, -3.96875,
    2.375, -1.546875, -0.015625, -1.375, -1.671875, -2.5625, 2.65625, -1.6875, 1.34375, 3.203125, 0.75,
    -1.40625, 0.484375, -2.640625, 2.53125};
inline constexpr double matmul_transpose_a_transpose_b_0_y[] = {-9.11083984375, -1.330322265625,
    5.101318359375, -13.15673828125, -1.827880859375, 0.4052734375, 11.66357421875, 10.37353515625,
    -5.7548828125, 17.119140625, -2.07666015625, -13.167236328125, -15.816162109375, -2.19287109375,
    -12.447509765625};

// matmul_transpose_a_transpose_b 1: a [3,3], b [3,3], y [3,3]; square: a forgotten transpose would fit as well
inline constexpr double matmul_transpose_a_transpose_b_1_a[] = {2.15625, 2.859375, -2.375, 2.9375, 0.1875,
    -1.65625, 3.734375, 1.90625, -3.234375};
inline constexpr double matmul_transpose_a_transpose_b_1_b[] = {-2.34375, 1.34375, -2.03125, 3.078125,
    0.15625, -3.640625, 0.421875, 3.75, 0.125};
inline constexpr double matmul_transpose_a_transpose_b_1_y[] = {-8.69189453125, -6.499267578125,
    12.39208984375, -10.32177734375, 1.890869140625, 2.147705078125, 9.91064453125, 4.205810546875,
    -7.6171875};

// matmul 2: a [1,7], b [7,1], y [1,1]; inner product
inline constexpr double matmul_2_a[] = {3.03125, -3.8125, 3.4375, 0.875, -2.375, 2.28125, 1.640625};
inline constexpr double matmul_2_b[] = {0.9375, -3.84375, -0.375, -0.40625, 2.328125, -3.765625, -1.4375};
inline constexpr double matmul_2_y[] = {-0.62646484375};

// matmul 3: a [4,1], b [1,3], y [4,3]; outer product
inline constexpr double matmul_3_a[] = {1.828125, -0.484375, -3.734375, 0.859375};
inline constexpr double matmul_3_b[] = {-1.84375, 3.8125, 3.828125};
inline constexpr double matmul_3_y[] = {-3.37060546875, 6.9697265625, 6.998291015625, 0.89306640625,
    -1.8466796875, -1.854248046875, 6.88525390625, -14.2373046875, -14.295654296875, -1.58447265625,
    3.2763671875, 3.289794921875};

// matmul 4: a [1,1], b [1,1], y [1,1]; smallest
inline constexpr double matmul_4_a[] = {-2.78125};
inline constexpr double matmul_4_b[] = {3.453125};
inline constexpr double matmul_4_y[] = {-9.60400390625};

// matmul 5: a [2,17], b [17,9], y [2,9]; no multiple of a SIMD width
inline constexpr double matmul_5_a[] = {2.078125, -0.171875, -2.890625, 0.21875, 2.53125, 1.515625, 1.984375,
    2.703125, -2.671875, -3.140625, 2.859375, 2.03125, 1.375, -2.265625, 1.75, -0.375, -2.453125, 2.015625,
    0.390625, 1.65625, 3.015625, -3.984375, 3.484375, 2.53125, 1.8125, 0.09375, 2.1875, -1.125, 1.5625,
    1.046875, -1.484375, 3.21875, -3.53125, -3.734375};
inline constexpr double matmul_5_b[] = {-0.109375, 3.109375, -3.703125, -2.984375, 2.09375, 0.125, -3.296875,
    2.28125, -2.171875, 0.828125, -0.390625, 0.984375, -2.296875, -2.234375, -1.5, 2.453125, -2.171875,
    -0.421875, 0.453125, 2.828125, 0.15625, 3.34375, 3.234375, -2.625, 2.4375, 2.359375, 4.0, 2.65625, 2.9375,
    2.328125, 1.828125, 1.234375, -3.09375, 2.796875, -2.75, 1.515625, -0.984375, -3.15625, -0.953125,
    -0.90625, 2.765625, -3.09375, 1.09375, 1.890625, 3.5625, 2.390625, 0.953125, 0.53125, -0.609375,
    -1.828125, -1.140625, 2.3125, 2.484375, 1.0625, -3.21875, -2.984375, 3.328125, 1.265625, 0.78125, 3.34375,
    -2.59375, 3.9375, -0.796875, 0.21875, -1.328125, 2.21875, -2.5625, -2.28125, -2.171875, 1.125, -1.8125,
    1.890625, 2.890625, -1.296875, 0.21875, 0.8125, 1.484375, -0.359375, 0.46875, 2.09375, -1.703125, 0.46875,
    -2.609375, -3.078125, 0.65625, -2.875, 0.703125, 0.234375, -0.53125, 3.921875, 0.734375, 3.609375,
    -0.609375, 2.890625, -2.890625, 3.875, -3.78125, 3.46875, 1.828125, 1.359375, 3.421875, 0.875, -0.328125,
    -2.953125, 3.1875, -0.265625, 2.5, 1.859375, -1.421875, -2.625, 2.84375, -2.8125, -2.546875, -1.8125,
    1.921875, -0.5, -2.375, 3.9375, 3.296875, -0.5, -3.390625, -2.28125, 3.140625, 2.140625, 3.03125,
    -1.40625, 2.15625, 1.03125, 3.046875, 3.765625, 2.765625, -3.90625, 1.265625, -3.265625, 1.625, -1.3125,
    0.9375, -0.140625, 2.328125, -1.875, -3.796875, 3.046875, -0.578125, -3.28125, 3.890625, -0.203125,
    2.03125, 0.5, 3.921875, -1.5625, 0.3125, -1.90625, -3.484375};
inline constexpr double matmul_5_y[] = {-26.251708984375, 2.743408203125, 17.749755859375, -11.03369140625,
    -16.3427734375, 3.753173828125, -24.78125, 11.851318359375, 12.26513671875, 5.671875, 14.174560546875,
    20.07177734375, 6.052978515625, -13.03466796875, 1.10400390625, 1.335205078125, -0.166259765625,
    36.26904296875};

// Softmax and its logarithm, over the last axis.

// softmax 0: x [5], y [5]
inline constexpr double softmax_0_x[] = {1.265625, -2.859375, -0.28125, 1.5625, 3.359375};
inline constexpr double softmax_0_y[] = {0.0935452524353764, 0.001512018181487817, 0.019916933558461563,
    0.12587889607278502, 0.7591468997518892};

// softmax 1: x [2,3], y [2,3]
inline constexpr double softmax_1_x[] = {-1.734375, 0.421875, -2.703125, 2.75, -1.484375, -3.640625};
inline constexpr double softmax_1_y[] = {0.09981794232226902, 0.8622954401596687, 0.03788661751806225,
    0.9840911136519158, 0.014258361234497167, 0.0016505251135870294};

// softmax 2: x [2,2,3], y [2,2,3]
inline constexpr double softmax_2_x[] = {2.875, -2.390625, -1.734375, 3.609375, 1.609375, 3.921875, -2.21875,
    -2.140625, -2.40625, -3.953125, 0.75, -3.90625};
inline constexpr double softmax_2_y[] = {0.9851011302299008, 0.005089193174876477, 0.009809676595222748,
    0.3996525860976838, 0.05408709593577477, 0.5462603179665415, 0.34360873190663804, 0.3715296240817163,
    0.2848616440116457, 0.008901605462990238, 0.9817695921082938, 0.00932880242871587};

// softmax 3: x [3,3], y [3,3]; large logits
inline constexpr double softmax_3_x[] = {1000.0, 0.0, -1000.0, 1000.0, 1000.0, -1000.0, -1000.0, -1000.0,
    -1000.0};
inline constexpr double softmax_3_y[] = {1.0, 0.0, 0.0, 0.5, 0.5, 0.0, 0.3333333333333333, 0.3333333333333333,
    0.3333333333333333};

// softmax 4: x [2,4], y [2,4]; large logits close together
inline constexpr double softmax_4_x[] = {1000.0, 999.0, 998.0, 1000.5, -1000.0, -999.0, -998.0, -1000.5};
inline constexpr double softmax_4_y[] = {0.3172653256766647, 0.11671539071300706, 0.04293719271160759,
    0.5230820908987206, 0.08536889350978889, 0.23205671194331448, 0.6307955432474668, 0.05177885129942981};

// softmax 5: x [1,1], y [1,1]; one class
inline constexpr double softmax_5_x[] = {3.5};
inline constexpr double softmax_5_y[] = {1.0};

// log_softmax 0: x [5], y [5]
inline constexpr double log_softmax_0_x[] = {1.265625, -2.859375, -0.28125, 1.5625, 3.359375};
inline constexpr double log_softmax_0_y[] = {-2.3693099765035632, -6.494309976503564, -3.9161849765035632,
    -2.0724349765035632, -0.2755599765035633};

// log_softmax 1: x [2,3], y [2,3]
inline constexpr double log_softmax_1_x[] = {-1.734375, 0.421875, -2.703125, 2.75, -1.484375, -3.640625};
inline constexpr double log_softmax_1_y[] = {-2.3044073290354405, -0.1481573290354407, -3.2731573290354405,
    -0.016036791041841022, -4.250411791041841, -6.406661791041841};

// log_softmax 2: x [2,2,3], y [2,2,3]
inline constexpr double log_softmax_2_x[] = {2.875, -2.390625, -1.734375, 3.609375, 1.609375, 3.921875,
    -2.21875, -2.140625, -2.40625, -3.953125, 0.75, -3.90625};
inline constexpr double log_softmax_2_y[] = {-0.015010972796117844, -5.280635972796118, -4.624385972796118,
    -0.9171596440247929, -2.917159644024793, -0.6046596440247929, -1.068251676195413, -0.990126676195413,
    -1.255751676195413, -4.721523629412173, -0.018398629412173496, -4.674648629412173};

// log_softmax 3: x [3,3], y [3,3]; large logits
inline constexpr double log_softmax_3_x[] = {1000.0, 0.0, -1000.0, 1000.0, 1000.0, -1000.0, -1000.0, -1000.0,
    -1000.0};
inline constexpr double log_softmax_3_y[] = {0.0, -1000.0, -2000.0, -0.6931471805599453, -0.6931471805599453,
    -2000.69314718056, -1.0986122886681098, -1.0986122886681098, -1.0986122886681098};

// log_softmax 4: x [2,4], y [2,4]; large logits close together
inline constexpr double log_softmax_4_x[] = {1000.0, 999.0, 998.0, 1000.5, -1000.0, -999.0, -998.0, -1000.5};
inline constexpr double log_softmax_4_y[] = {-1.1480168656689604, -2.14801686566896, -3.14801686566896,
    -0.6480168656689603, -2.460773489156851, -1.4607734891568511, -0.4607734891568512, -2.960773489156851};

// log_softmax 5: x [1,1], y [1,1]; one class
inline constexpr double log_softmax_5_x[] = {3.5};
inline constexpr double log_softmax_5_y[] = {0.0};

// sparse_softmax_cross_entropy_with_logits: y = -log_softmax(logits)[labels].

// sparse_softmax_cross_entropy_with_logits 0: labels [2], logits [2,3], y [2]
inline constexpr std::int32_t sparse_softmax_cross_entropy_with_logits_0_labels[] = {2, 0};
inline constexpr double sparse_softmax_cross_entropy_with_logits_0_logits[] = {-2.796875, -1.46875, 3.234375,
    2.3125, 3.515625, -2.765625};
inline constexpr double sparse_softmax_cross_entropy_with_logits_0_y[] = {0.011404112921242226,
    1.4671229365678993};

// sparse_softmax_cross_entropy_with_logits 1: labels [4], logits [4,10], y [4]
inline constexpr std::int32_t sparse_softmax_cross_entropy_with_logits_1_labels[] = {2, 9, 0, 1};
inline constexpr double sparse_softmax_cross_entropy_with_logits_1_logits[] = {1.796875, -2.515625, -2.859375,
    -3.359375, 1.234375, 0.984375, -2.765625, -3.0625, -2.296875, 1.390625, -1.203125, 2.203125, 0.078125,
    -0.71875, 0.46875, -0.484375, -2.0625, -0.109375, 1.421875, 2.359375, -1.96875, 2.546875, 2.828125,
    0.9375, 1.28125, -1.71875, 0.25, -2.15625, -2.15625, 0.5625, 0.078125, -0.5, -1.9375, 3.375, 0.3125,
    2.8125, 3.59375, -3.375, -3.75, -0.8125};
inline constexpr double sparse_softmax_cross_entropy_with_logits_1_y[] = {5.665377636688754,
    1.0040845368292193, 5.643152871865165, 4.953721062853789};

// sparse_softmax_cross_entropy_with_logits 2: labels [3], logits [3,3], y [3]; large logits
inline constexpr std::int32_t sparse_softmax_cross_entropy_with_logits_2_labels[] = {0, 1, 2};
inline constexpr double sparse_softmax_cross_entropy_with_logits_2_logits[] = {1000.0, 0.0, -1000.0, 1000.0,
    0.0, -1000.0, 1000.0, 0.0, -1000.0};
inline constexpr double sparse_softmax_cross_entropy_with_logits_2_y[] = {0.0, 1000.0, 2000.0};

// sparse_softmax_cross_entropy_with_logits 3: labels [1], logits [1,3], y [1]; large logits, tie
inline constexpr std::int32_t sparse_softmax_cross_entropy_with_logits_3_labels[] = {1};
inline constexpr double sparse_softmax_cross_entropy_with_logits_3_logits[] = {1000.0, 1000.0, -1000.0};
inline constexpr double sparse_softmax_cross_entropy_with_logits_3_y[] = {0.6931471805599453};

// sparse_softmax_cross_entropy_with_logits 4: labels [], logits [5], y []; scalar label
inline constexpr std::int32_t sparse_softmax_cross_entropy_with_logits_4_labels[] = {3};
inline constexpr double sparse_softmax_cross_entropy_with_logits_4_logits[] = {-3.859375, -2.75, 2.21875,
    -3.671875, -2.671875};
inline constexpr double sparse_softmax_cross_entropy_with_logits_4_y[] = {5.909963082487134};

// sparse_softmax_cross_entropy_with_logits 5: labels [2,2], logits [2,2,3], y [2,2]; rank 3
inline constexpr std::int32_t sparse_softmax_cross_entropy_with_logits_5_labels[] = {1, 0, 2, 2};
inline constexpr double sparse_softmax_cross_entropy_with_logits_5_logits[] = {2.125, -0.34375, -3.046875,
    0.015625, -3.890625, 0.640625, 2.203125, 0.3125, 0.890625, -1.40625, 0.359375, -0.453125};
inline constexpr double sparse_softmax_cross_entropy_with_logits_5_y[] = {2.555262114100311,
    1.060689473386648, 1.6632440278044642, 1.2917279158081318};

// Reductions. The axes are in the note; none means all.

// reduce_sum 0: x [2,3], y []; all axes
inline constexpr double reduce_sum_0_x[] = {-3.140625, 2.84375, 0.421875, -2.796875, -0.25, 2.0};
inline constexpr double reduce_sum_0_y[] = {-0.921875};

// reduce_sum 1: x [2,3], y [3]; axis 0
inline constexpr double reduce_sum_1_x[] = {-3.296875, 3.203125, 0.3125, -2.0, -2.203125, 2.484375};
inline constexpr double reduce_sum_1_y[] = {-5.296875, 1.0, 2.796875};

// reduce_sum 2: x [2,3], y [2]; axis 1
inline constexpr double reduce_sum_2_x[] = {3.296875, 1.03125, 0.9375, -0.984375, 0.109375, -3.078125};
inline constexpr double reduce_sum_2_y[] = {5.265625, -3.953125};

// reduce_sum 3: x [2,3], y [2]; axis -1
inline constexpr double reduce_sum_3_x[] = {-1.78125, 2.78125, 2.375, -2.59375, 1.265625, 1.375};
inline constexpr double reduce_sum_3_y[] = {3.375, 0.046875};

// reduce_sum 4: x [2,3,4], y [3]; axes 0 and 2
inline constexpr double reduce_sum_4_x[] = {-1.671875, -3.59375, -1.03125, -2.59375, -2.28125, -0.828125,
    -1.203125, 2.46875, 1.21875, 2.65625, 2.671875, -0.40625, -1.859375, -1.625, 0.078125, 1.984375,
    -3.828125, 1.453125, 0.25, 0.5625, -0.5625, 0.28125, -1.890625, -3.140625};
inline constexpr double reduce_sum_4_y[] = {-10.3125, -3.40625, 0.828125};

// reduce_sum 5: x [2,3,4], y [2,4]; axis 1
inline constexpr double reduce_sum_5_x[] = {3.25, 0.734375, -3.953125, -2.390625, 3.65625, 2.859375,
    -2.984375, 2.171875, -0.0625, -1.421875, -1.015625, -3.5, -3.46875, -0.5, -3.9375, 2.953125, 3.859375,
    2.953125, 1.828125, -3.34375, 3.875, 3.390625, -1.03125, 3.59375};
inline constexpr double reduce_sum_5_y[] = {6.84375, 2.171875, -7.953125, -3.71875, 4.265625, 5.84375,
    -3.140625, 3.203125};

// reduce_sum 6: x [2,3,4], y [3,4]; axis -3
inline constexpr double reduce_sum_6_x[] = {-1.1875, 2.9375, 3.5, -2.546875, 0.171875, 1.1875, -2.484375,
    -1.6875, -0.703125, -2.265625, 3.734375, -2.515625, -0.234375, -1.671875, 2.75, -2.796875, 0.375,
    -3.390625, -3.78125, -2.21875, -3.875, 1.71875, 1.046875, -0.265625};
inline constexpr double reduce_sum_6_y[] = {-1.421875, 1.265625, 6.25, -5.34375, 0.546875, -2.203125,
    -6.265625, -3.90625, -4.578125, -0.546875, 4.78125, -2.78125};

// reduce_sum 7: x [2,3], y [1,1]; all axes, keepdims
inline constexpr double reduce_sum_7_x[] = {2.359375, 1.75, -1.1875, -3.375, 2.234375, -2.984375};
inline constexpr double reduce_sum_7_y[] = {-1.203125};

// reduce_sum 8: x [2,3], y [1,3]; axis 0, keepdims
inline constexpr double reduce_sum_8_x[] = {-1.578125, -0.03125, -0.390625, 0.90625, 2.484375, 0.15625};
inline constexpr double reduce_sum_8_y[] = {-0.671875, 2.453125, -0.234375};

// reduce_sum 9: x [2,3,4], y [1,3,1]; axes 0 and -1, keepdims
inline constexpr double reduce_sum_9_x[] = {-0.59375, 1.859375, 3.046875, -1.34375, -3.359375, -2.3125,
    -2.640625, -1.40625, 3.203125, 3.09375, -0.484375, -3.015625, 3.734375, -2.09375, -1.296875, -1.15625,
    -1.515625, 2.578125, 1.4375, 0.796875, 3.9375, -3.84375, -0.53125, 1.0625};
inline constexpr double reduce_sum_9_y[] = {2.15625, -6.421875, 3.421875};

// reduce_sum 10: x [5], y []; all axes
inline constexpr double reduce_sum_10_x[] = {-2.453125, -1.4375, -1.703125, -3.3125, -1.6875};
inline constexpr double reduce_sum_10_y[] = {-10.59375};

// reduce_sum 11: x [], y []; all axes
inline constexpr double reduce_sum_11_x[] = {2.640625};
inline constexpr double reduce_sum_11_y[] = {2.640625};

// reduce_sum 12: x [3,1], y [1]; axis 0, an axis of size 1 stays
inline constexpr double reduce_sum_12_x[] = {1.078125, -1.078125, 3.96875};
inline constexpr double reduce_sum_12_y[] = {3.96875};

// reduce_mean 0: x [2,3], y []; all axes
inline constexpr double reduce_mean_0_x[] = {-1.359375, 3.703125, -1.734375, -0.765625, 1.28125, -2.0625};
inline constexpr double reduce_mean_0_y[] = {-0.15625};

// reduce_mean 1: x [2,3], y [3]; axis 0
inline constexpr double reduce_mean_1_x[] = {2.0, -3.6875, 2.671875, 1.453125, -3.46875, 3.15625};
inline constexpr double reduce_mean_1_y[] = {1.7265625, -3.578125, 2.9140625};

// reduce_mean 2: x [2,3], y [2]; axis 1
inline constexpr double reduce_mean_2_x[] = {0.9375, -0.203125, 3.265625, -2.015625, 2.265625, 2.296875};
inline constexpr double reduce_mean_2_y[] = {1.3333333333333333, 0.8489583333333334};

// reduce_mean 3: x [2,3], y [2]; axis -1
inline constexpr double reduce_mean_3_x[] = {-2.9375, -1.578125, -3.859375, -2.5625, 3.171875, -2.125};
inline constexpr double reduce_mean_3_y[] = {-2.7916666666666665, -0.5052083333333334};

// reduce_mean 4: x [2,3,4], y [3]; axes 0 and 2
inline constexpr double reduce_mean_4_x[] = {2.765625, -0.203125, -1.140625, -3.359375, 3.96875, 2.625,
    -3.21875, 0.40625, -2.625, 3.078125, 1.4375, -0.578125, -3.65625, 2.0, -3.25, 2.25, 1.921875, 3.890625,
    -1.578125, -1.921875, 3.6875, -0.34375, 2.078125, -0.59375};
inline constexpr double reduce_mean_4_y[] = {-0.57421875, 0.76171875, 0.767578125};

// reduce_mean 5: x [2,3,4], y [2,4]; axis 1
inline constexpr double reduce_mean_5_x[] = {3.96875, -1.53125, -3.1875, 3.828125, 0.75, -3.28125, 1.078125,
    2.4375, 3.21875, -3.21875, 3.84375, 3.984375, 1.78125, -3.78125, -2.625, 2.1875, 0.765625, -1.59375,
    0.65625, 1.453125, 0.546875, -2.46875, -3.734375, 2.0};
inline constexpr double reduce_mean_5_y[] = {2.6458333333333335, -2.6770833333333335, 0.578125,
    3.4166666666666665, 1.03125, -2.6145833333333335, -1.9010416666666667, 1.8802083333333333};

// reduce_mean 6: x [2,3,4], y [3,4]; axis -3
inline constexpr double reduce_mean_6_x[] = {-0.796875, -3.515625, -0.703125, 0.625, 3.0625, -0.65625, -2.0,
    -1.796875, 2.40625, -0.59375, 0.9375, -1.359375, -3.328125, -3.9375, -2.171875, 1.53125, 3.15625,
    -2.140625, -1.515625, -0.90625, -2.296875, 3.09375, -0.375, 1.234375};
inline constexpr double reduce_mean_6_y[] = {-2.0625, -3.7265625, -1.4375, 1.078125, 3.109375, -1.3984375,
    -1.7578125, -1.3515625, 0.0546875, 1.25, 0.28125, -0.0625};

// reduce_mean 7: x [2,3], y [1,1]; all axes, keepdims
inline constexpr double reduce_mean_7_x[] = {-0.75, 3.9375, 2.65625, 1.171875, -1.6875, 3.296875};
inline constexpr double reduce_mean_7_y[] = {1.4375};

// reduce_mean 8: x [2,3], y [1,3]; axis 0, keepdims
inline constexpr double reduce_mean_8_x[] = {-3.546875, 2.53125, 1.5625, 2.953125, 0.515625, -3.953125};
inline constexpr double reduce_mean_8_y[] = {-0.296875, 1.5234375, -1.1953125};

// reduce_mean 9: x [2,3,4], y [1,3,1]; axes 0 and -1, keepdims
inline constexpr double reduce_mean_9_x[] = {0.40625, 0.328125, 0.828125, 0.65625, 3.796875, -0.09375,
    -3.921875, -1.296875, 2.796875, 1.1875, -0.3125, -3.546875, 3.484375, 3.171875, 1.859375, 3.25, 0.46875,
    -1.546875, 3.40625, -3.203125, -1.59375, -0.546875, -1.828125, -3.390625};
inline constexpr double reduce_mean_9_y[] = {1.748046875, -0.298828125, -0.904296875};

// reduce_mean 10: x [5], y []; all axes
inline constexpr double reduce_mean_10_x[] = {1.625, -2.8125, -2.5625, 0.78125, 3.46875};
inline constexpr double reduce_mean_10_y[] = {0.1};

// reduce_mean 11: x [], y []; all axes
inline constexpr double reduce_mean_11_x[] = {2.484375};
inline constexpr double reduce_mean_11_y[] = {2.484375};

// reduce_mean 12: x [3,1], y [1]; axis 0, an axis of size 1 stays
inline constexpr double reduce_mean_12_x[] = {0.265625, 2.203125, -3.796875};
inline constexpr double reduce_mean_12_y[] = {-0.4427083333333333};

// reduce_max 0: x [2,3], y []; all axes
inline constexpr double reduce_max_0_x[] = {-0.75, -3.453125, -0.328125, -2.390625, -0.109375, 0.28125};
inline constexpr double reduce_max_0_y[] = {0.28125};

// reduce_max 1: x [2,3], y [3]; axis 0
inline constexpr double reduce_max_1_x[] = {1.84375, 1.34375, -2.890625, 0.921875, 0.03125, 1.234375};
inline constexpr double reduce_max_1_y[] = {1.84375, 1.34375, 1.234375};

// reduce_max 2: x [2,3], y [2]; axis 1
inline constexpr double reduce_max_2_x[] = {0.34375, -0.984375, 2.453125, -0.375, 3.96875, 0.765625};
inline constexpr double reduce_max_2_y[] = {2.453125, 3.96875};

// reduce_max 3: x [2,3], y [2]; axis -1
inline constexpr double reduce_max_3_x[] = {-2.90625, 0.796875, 1.46875, 0.765625, 2.734375, 0.296875};
inline constexpr double reduce_max_3_y[] = {1.46875, 2.734375};

// reduce_max 4: x [2,3,4], y [3]; axes 0 and 2
inline constexpr double reduce_max_4_x[] = {1.4375, -3.46875, 1.453125, -1.34375, -2.328125, 1.90625, 2.375,
    -3.984375, -3.59375, -1.0, 1.203125, -2.390625, -1.984375, -1.28125, 0.6875, -3.09375, 2.703125,
    -0.046875, -1.0625, 0.0, -1.921875, 0.015625, -3.34375, -3.828125};
inline constexpr double reduce_max_4_y[] = {1.453125, 2.703125, 1.203125};

// reduce_max 5: x [2,3,4], y [2,4]; axis 1
inline constexpr double reduce_max_5_x[] = {-0.578125, -3.03125, -1.375, 2.8125, -0.765625, -1.28125,
    -1.671875, -2.921875, 2.90625, -1.0625, -3.6875, 1.4375, -1.28125, 0.671875, -1.546875, -0.421875,
    2.015625, 1.203125, 1.15625, -0.953125, -1.15625, 2.625, 0.1875, 0.0};
inline constexpr double reduce_max_5_y[] = {2.90625, -1.0625, -1.375, 2.8125, 2.015625, 2.625, 1.15625, 0.0};

// reduce_max 6: x [2,3,4], y [3,4]; axis -3
inline constexpr double reduce_max_6_x[] = {-2.234375, -1.28125, 2.671875, 1.25, 1.03125, 0.015625, -2.609375,
    -3.34375, -1.046875, 1.46875, 1.875, 0.984375, 3.203125, -1.21875, 1.53125, 1.609375, -3.53125, -0.484375,
    -3.0625, 2.0625, 3.828125, 3.53125, 2.71875, -1.15625};
inline constexpr double reduce_max_6_y[] = {3.203125, -1.21875, 2.671875, 1.609375, 1.03125, 0.015625,
    -2.609375, 2.0625, 3.828125, 3.53125, 2.71875, 0.984375};

// reduce_max 7: x [2,3], y [1,1]; all axes, keepdims
inline constexpr double reduce_max_7_x[] = {-3.703125, 2.765625, 0.1875, 1.90625, -1.4375, 2.953125};
inline constexpr double reduce_max_7_y[] = {2.953125};

// reduce_max 8: x [2,3], y [1,3]; axis 0, keepdims
inline constexpr double reduce_max_8_x[] = {-1.8125, 1.609375, -1.71875, -1.640625, -2.4375, -1.578125};
inline constexpr double reduce_max_8_y[] = {-1.640625, 1.609375, -1.578125};

// reduce_max 9: x [2,3,4], y [1,3,1]; axes 0 and -1, keepdims
inline constexpr double reduce_max_9_x[] = {-0.15625, -2.46875, 2.359375, 2.25, -3.1875, 2.375, 0.953125,
    -2.28125, 0.640625, -2.84375, -2.234375, -1.0625, 1.21875, 3.234375, 0.3125, -4.0, -0.609375, 3.453125,
    3.9375, -3.921875, -2.5, 2.34375, 1.296875, 1.109375};
inline constexpr double reduce_max_9_y[] = {3.234375, 3.9375, 2.34375};

// reduce_max 10: x [5], y []; all axes
inline constexpr double reduce_max_10_x[] = {-0.90625, 0.6875, 0.78125, 0.296875, 2.625};
inline constexpr double reduce_max_10_y[] = {2.625};

// reduce_max 11: x [], y []; all axes
inline constexpr double reduce_max_11_x[] = {-3.28125};
inline constexpr double reduce_max_11_y[] = {-3.28125};

// reduce_max 12: x [3,1], y [1]; axis 0, an axis of size 1 stays
inline constexpr double reduce_max_12_x[] = {-2.0625, -3.765625, -2.171875};
inline constexpr double reduce_max_12_y[] = {-2.0625};

// reduce_max 13: x [3], y []; all axes, all negative
inline constexpr double reduce_max_13_x[] = {-3.0, -1.5, -2.0};
inline constexpr double reduce_max_13_y[] = {-1.5};

// reduce_max 14: x [2,2], y [2]; axis 1, infinities
inline constexpr double reduce_max_14_x[] = {-inf, -inf, inf, 1.0};
inline constexpr double reduce_max_14_y[] = {-inf, inf};

// reduce_sum_i32 0: x [2,3], y [2]; axis 1
inline constexpr std::int32_t reduce_sum_i32_0_x[] = {5, -2, 7, 1, 1, 2147483600};
inline constexpr std::int32_t reduce_sum_i32_0_y[] = {10, 2147483602};

// reduce_max_i32 0: x [2,3], y [3]; axis 0
inline constexpr std::int32_t reduce_max_i32_0_x[] = {5, -2, 7, 1, 1, 2147483600};
inline constexpr std::int32_t reduce_max_i32_0_y[] = {5, 1, 2147483600};

// reduce_mean_i32 0: x [4], y []; all axes, rounded toward zero
inline constexpr std::int32_t reduce_mean_i32_0_x[] = {1, 0, 1, 0};
inline constexpr std::int32_t reduce_mean_i32_0_y[] = {0};

// argmax: the first of equal values wins.

// argmax 0: x [3,4], y [4]; axis 0, ties
inline constexpr double argmax_0_x[] = {1.0, 3.0, 3.0, 2.0, 5.0, 3.0, 5.0, 5.0, 5.0, 0.0, 5.0, 2.0};
inline constexpr std::int64_t argmax_0_y[] = {1, 0, 1, 1};

// argmax 1: x [3,4], y [3]; axis 1, ties
inline constexpr double argmax_1_x[] = {1.0, 3.0, 3.0, 2.0, 5.0, 3.0, 5.0, 5.0, 5.0, 0.0, 5.0, 2.0};
inline constexpr std::int64_t argmax_1_y[] = {1, 0, 0};

// argmax 2: x [3,4], y [3]; axis -1, ties
inline constexpr double argmax_2_x[] = {1.0, 3.0, 3.0, 2.0, 5.0, 3.0, 5.0, 5.0, 5.0, 0.0, 5.0, 2.0};
inline constexpr std::int64_t argmax_2_y[] = {1, 0, 0};

// argmax 3: x [3,4], y [4]; axis -2, ties
inline constexpr double argmax_3_x[] = {1.0, 3.0, 3.0, 2.0, 5.0, 3.0, 5.0, 5.0, 5.0, 0.0, 5.0, 2.0};
inline constexpr std::int64_t argmax_3_y[] = {1, 0, 1, 1};

// argmax 4: x [2,3,4], y [3,4]; axis 0
inline constexpr double argmax_4_x[] = {-0.078125, -2.734375, 2.0, -0.1875, -2.28125, 1.890625, 1.03125,
    -1.328125, -2.96875, -2.203125, 2.796875, -0.28125, 0.578125, -0.234375, 2.796875, 3.21875, -0.53125,
    -2.625, -3.71875, -3.96875, 3.453125, -2.765625, -3.984375, -3.359375};
inline constexpr std::int64_t argmax_4_y[] = {1, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 0};

// argmax 5: x [2,3,4], y [2,4]; axis 1
inline constexpr double argmax_5_x[] = {-0.078125, -2.734375, 2.0, -0.1875, -2.28125, 1.890625, 1.03125,
    -1.328125, -2.96875, -2.203125, 2.796875, -0.28125, 0.578125, -0.234375, 2.796875, 3.21875, -0.53125,
    -2.625, -3.71875, -3.96875, 3.453125, -2.765625, -3.984375, -3.359375};
inline constexpr std::int64_t argmax_5_y[] = {0, 1, 2, 0, 2, 0, 0, 0};

// argmax 6: x [2,3,4], y [2,3]; axis 2
inline constexpr double argmax_6_x[] = {-0.078125, -2.734375, 2.0, -0.1875, -2.28125, 1.890625, 1.03125,
    -1.328125, -2.96875, -2.203125, 2.796875, -0.28125, 0.578125, -0.234375, 2.796875, 3.21875, -0.53125,
    -2.625, -3.71875, -3.96875, 3.453125, -2.765625, -3.984375, -3.359375};
inline constexpr std::int64_t argmax_6_y[] = {2, 1, 2, 3, 0, 0};

// argmax 7: x [3], y []; axis 0
inline constexpr double argmax_7_x[] = {-3.0, -1.0, -2.0};
inline constexpr std::int64_t argmax_7_y[] = {1};

// argmax 8: x [2,2], y [2]; axis 1, -inf everywhere and inf
inline constexpr double argmax_8_x[] = {-inf, -inf, 0.0, inf};
inline constexpr std::int64_t argmax_8_y[] = {0, 1};

// argmax_i32 0: x [2,3], y [2]; axis 1, ties
inline constexpr std::int32_t argmax_i32_0_x[] = {4, 4, -1, 0, 9, 9};
inline constexpr std::int64_t argmax_i32_0_y[] = {0, 1};

// Casts. Toward integers they cut the fraction off.

// cast_float_to_int32 0: x [10], y [10]
inline constexpr double cast_float_to_int32_0_x[] = {2.9000000953674316, -2.9000000953674316,
    0.9900000095367432, -0.9900000095367432, 0.0, -0.0, 1000000000.0, 2147483520.0, -2147483648.0,
    16777216.0};
inline constexpr std::int32_t cast_float_to_int32_0_y[] = {2, -2, 0, 0, 0, 0, 1000000000, 2147483520,
    -2147483647 - 1, 16777216};

// cast_float_to_int32 1: x [2,2], y [2,2]
inline constexpr double cast_float_to_int32_1_x[] = {0.5, 1.5, -0.5, -1.5};
inline constexpr std::int32_t cast_float_to_int32_1_y[] = {0, 1, 0, -1};

// cast_int32_to_float 0: x [2,2], y [2,2]; rounded to the nearest float
inline constexpr std::int32_t cast_int32_to_float_0_x[] = {0, -7, 16777217, 2147483647};
inline constexpr float cast_int32_to_float_0_y[] = {0.0f, -7.0f, 16777216.0f, 2147483600.0f};

// cast_int32_to_float 1: x [], y []
inline constexpr std::int32_t cast_int32_to_float_1_x[] = {-3};
inline constexpr float cast_int32_to_float_1_y[] = {-3.0f};

// cast_int32_to_int64 0: x [2], y [2]
inline constexpr std::int32_t cast_int32_to_int64_0_x[] = {-2147483647 - 1, 5};
inline constexpr std::int64_t cast_int32_to_int64_0_y[] = {-2147483648, 5};

// cast_int32_to_bool 0: x [4], y [4]
inline constexpr std::int32_t cast_int32_to_bool_0_x[] = {0, 1, -1, 256};
inline constexpr bool cast_int32_to_bool_0_y[] = {false, true, true, true};

// cast_float_to_bool 0: x [6], y [6]; nan is not zero
inline constexpr double cast_float_to_bool_0_x[] = {0.0, -0.0, 0.25, -1.0, nan, inf};
inline constexpr bool cast_float_to_bool_0_y[] = {false, false, true, true, true, true};

// cast_bool_to_float 0: x [2,3], y [2,3]
inline constexpr bool cast_bool_to_float_0_x[] = {true, false, true, false, false, true};
inline constexpr double cast_bool_to_float_0_y[] = {1.0, 0.0, 1.0, 0.0, 0.0, 1.0};

// cast_bool_to_int32 0: x [2,3], y [2,3]
inline constexpr bool cast_bool_to_int32_0_x[] = {true, false, true, false, false, true};
inline constexpr std::int32_t cast_bool_to_int32_0_y[] = {1, 0, 1, 0, 0, 1};

// Reshapes: the elements stay in order.

// reshape 0: x [2,3], y [3,2]
inline constexpr double reshape_0_x[] = {-3.84375, -0.46875, -3.140625, -1.203125, -0.515625, -0.859375};
inline constexpr double reshape_0_y[] = {-3.84375, -0.46875, -3.140625, -1.203125, -0.515625, -0.859375};

// reshape 1: x [2,3], y [6]
inline constexpr double reshape_1_x[] = {-2.8125, 2.75, -2.328125, 0.53125, 0.03125, 0.15625};
inline constexpr double reshape_1_y[] = {-2.8125, 2.75, -2.328125, 0.53125, 0.03125, 0.15625};

// reshape 2: x [4], y [2,1,2]
inline constexpr double reshape_2_x[] = {1.453125, 3.953125, 0.984375, -1.421875};
inline constexpr double reshape_2_y[] = {1.453125, 3.953125, 0.984375, -1.421875};

// reshape 3: x [2,3,2], y [3,4]
inline constexpr double reshape_3_x[] = {-3.28125, -3.390625, -2.984375, 2.578125, -0.0625, 3.359375, 3.9375,
    -1.765625, -3.109375, -0.953125, 0.0, 3.078125};
inline constexpr double reshape_3_y[] = {-3.28125, -3.390625, -2.984375, 2.578125, -0.0625, 3.359375, 3.9375,
    -1.765625, -3.109375, -0.953125, 0.0, 3.078125};

// reshape 4: x [1,1], y []
inline constexpr double reshape_4_x[] = {0.0};
inline constexpr double reshape_4_y[] = {0.0};

}  // namespace golden
