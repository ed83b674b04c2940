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

// Functions of one element, all of the same x, which has no shape of interest.

// functions 0: x [32]
inline constexpr double functions_0_x[] = {2.015625, -1.03125, -2.109375, -0.640625, 2.828125, -2.53125,
    -2.453125, 2.015625, 3.078125, 0.21875, -0.125, -1.859375, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0.0, -0.0,
    9.99999993922529e-09, -9.99999993922529e-09, 1.0000000031710769e-30, 80.0, -80.0, 7.0, -7.0, 6.0, -1.0,
    inf, -inf, nan};

// abs 0: y [32]
inline constexpr double abs_0_y[] = {2.015625, 1.03125, 2.109375, 0.640625, 2.828125, 2.53125, 2.453125,
    2.015625, 3.078125, 0.21875, 0.125, 1.859375, 2.5, 1.5, 0.5, 0.5, 1.5, 2.5, 0.0, 0.0,
    9.99999993922529e-09, 9.99999993922529e-09, 1.0000000031710769e-30, 80.0, 80.0, 7.0, 7.0, 6.0, 1.0, inf,
    inf, nan};

// sign 0: y [32]
inline constexpr double sign_0_y[] = {1.0, -1.0, -1.0, -1.0, 1.0, -1.0, -1.0, 1.0, 1.0, 1.0, -1.0, -1.0, -1.0,
    -1.0, -1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, nan};

// expm1 0: y [32]
inline constexpr double expm1_0_y[] = {6.505416801107283, -0.643439019336053, -0.8786862361533732,
    -0.473037030756629, 15.913717853829741, -0.9204404912817723, -0.9139756600416064, 6.505416801107283,
    20.717643615002626, 0.24452010776609515, -0.1175030974154046, -0.8442300438268767, -0.9179150013761012,
    -0.7768698398515702, -0.3934693402873666, 0.6487212707001282, 3.481689070338065, 11.182493960703473, 0.0,
    0.0, 9.99999998922529e-09, -9.999999889225291e-09, 1.0000000031710769e-30, 5.54062238439351e+34, -1.0,
    1095.6331584284585, -0.9990881180344455, 402.4287934927351, -0.6321205588285577, inf, -1.0, nan};

// log1p 0: y [32]
inline constexpr double log1p_0_y[] = {1.1038071055452137, nan, nan, -1.0233888674305223, 1.342375127185055,
    nan, nan, 1.1038071055452137, 1.4056373239630215, 0.19782574332991987, -0.13353139262452263, nan, nan,
    nan, -0.6931471805599453, 0.4054651081081644, 0.9162907318741551, 1.252762968495368, 0.0, 0.0,
    9.999999889225291e-09, -9.99999998922529e-09, 1.0000000031710769e-30, 4.394449154672439, nan,
    2.0794415416798357, nan, 1.9459101490553132, -inf, inf, nan, nan};

// rsqrt 0: y [32]
inline constexpr double rsqrt_0_y[] = {0.7043607250604991, nan, nan, nan, 0.5946353169977331, nan, nan,
    0.7043607250604991, 0.5699763999032772, 2.138089935299395, nan, nan, nan, nan, nan, 1.4142135623730951,
    0.816496580927726, 0.6324555320336759, inf, -inf, 10000.000030387355, nan, 999999998414461.6,
    0.11180339887498948, nan, 0.37796447300922725, nan, 0.408248290463863, nan, 0.0, nan, nan};

// reciprocal 0: y [32]
inline constexpr double reciprocal_0_y[] = {0.49612403100775193, -0.9696969696969697, -0.4740740740740741,
    -1.5609756097560976, 0.35359116022099446, -0.3950617283950617, -0.40764331210191085, 0.49612403100775193,
    0.3248730964467005, 4.571428571428571, -8.0, -0.5378151260504201, -0.4, -0.6666666666666666, -2.0, 2.0,
    0.6666666666666666, 0.4, inf, -inf, 100000000.60774711, -100000000.60774711, 9.999999968289232e+29,
    0.0125, -0.0125, 0.14285714285714285, -0.14285714285714285, 0.16666666666666666, -1.0, 0.0, -0.0, nan};

// sin 0: y [32]
inline constexpr double sin_0_y[] = {0.9026844011176343, -0.8579418428124834, -0.8584385700204732,
    -0.5976966345387015, 0.3083591586419959, -0.5731482818000584, -0.6353546193002774, 0.9026844011176343,
    0.06342505270618003, 0.21700958109501015, -0.12467473338522769, -0.9586493390279216, -0.5984721441039565,
    -0.9974949866040544, -0.479425538604203, 0.479425538604203, 0.9974949866040544, 0.5984721441039565, 0.0,
    -0.0, 9.99999993922529e-09, -9.99999993922529e-09, 1.0000000031710769e-30, -0.9938886539233752,
    0.9938886539233752, 0.6569865987187891, -0.6569865987187891, -0.27941549819892586, -0.8414709848078965,
    nan, nan, nan};

// cos 0: y [32]
inline constexpr double cos_0_y[] = {-0.4303032325917363, 0.513746819310368, -0.5129163884116056,
    0.8017223540984184, -0.9512700086103841, -0.8194516746395976, -0.7722205046059057, -0.4303032325917363,
    -0.9979866044638166, 0.9761694738686353, 0.992197667229329, -0.2845899590311104, -0.8011436155469337,
    0.0707372016677029, 0.8775825618903728, 0.8775825618903728, 0.0707372016677029, -0.8011436155469337, 1.0,
    1.0, 1.0, 1.0, 1.0, -0.11038724383904756, -0.11038724383904756, 0.7539022543433046, 0.7539022543433046,
    0.960170286650366, 0.5403023058681398, nan, nan, nan};

// softplus 0: y [32]
inline constexpr double softplus_0_y[] = {2.1407032312440175, 0.3049528065214296, 0.11450100131048284,
    0.42328077528322333, 2.885566779891555, 0.07655309563974085, 0.08252363374529638, 2.1407032312440175,
    3.1231418743458628, 0.8084917378836574, 0.6325990353171691, 0.14476675059684888, 0.07888973429254963,
    0.2014132779827524, 0.4740769841801067, 0.9740769841801067, 1.7014132779827524, 2.5788897342925496,
    0.6931471805599453, 0.6931471805599453, 0.6931471855599453, 0.6931471755599453, 0.6931471805599453, 80.0,
    1.8048513878454153e-35, 7.000911466453775, 0.0009114664537742447, 6.00247568513773, 0.3132616875182228,
    inf, 0.0, nan};

// softsign 0: y [32]
inline constexpr double softsign_0_y[] = {0.6683937823834197, -0.5076923076923077, -0.678391959798995,
    -0.3904761904761905, 0.7387755102040816, -0.7168141592920354, -0.7104072398190046, 0.6683937823834197,
    0.7547892720306514, 0.1794871794871795, -0.1111111111111111, -0.6502732240437158, -0.7142857142857143,
    -0.6, -0.3333333333333333, 0.3333333333333333, 0.6, 0.7142857142857143, 0.0, -0.0, 9.999999839225292e-09,
    -9.999999839225292e-09, 1.0000000031710769e-30, 0.9876543209876543, -0.9876543209876543, 0.875, -0.875,
    0.8571428571428571, -0.5, nan, nan, nan};

// relu6 0: y [32]
inline constexpr double relu6_0_y[] = {2.015625, 0.0, 0.0, 0.0, 2.828125, 0.0, 0.0, 2.015625, 3.078125,
    0.21875, 0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 1.5, 2.5, 0.0, -0.0, 9.99999993922529e-09, 0.0,
    1.0000000031710769e-30, 6.0, 0.0, 6.0, 0.0, 6.0, 0.0, 6.0, 0.0, nan};

// leaky_relu 0: y [32]
inline constexpr double leaky_relu_0_y[] = {2.015625, -0.12890625, -0.263671875, -0.080078125, 2.828125,
    -0.31640625, -0.306640625, 2.015625, 3.078125, 0.21875, -0.015625, -0.232421875, -0.3125, -0.1875,
    -0.0625, 0.5, 1.5, 2.5, 0.0, -0.0, 9.99999993922529e-09, -1.2499999924031613e-09, 1.0000000031710769e-30,
    80.0, -10.0, 7.0, -0.875, 6.0, -0.125, inf, -inf, nan};

// elu 0: y [32]
inline constexpr double elu_0_y[] = {2.015625, -0.643439019336053, -0.8786862361533732, -0.473037030756629,
    2.828125, -0.9204404912817723, -0.9139756600416064, 2.015625, 3.078125, 0.21875, -0.1175030974154046,
    -0.8442300438268767, -0.9179150013761012, -0.7768698398515702, -0.3934693402873666, 0.5, 1.5, 2.5, 0.0,
    0.0, 9.99999993922529e-09, -9.999999889225291e-09, 1.0000000031710769e-30, 80.0, -1.0, 7.0,
    -0.9990881180344455, 6.0, -0.6321205588285577, inf, -1.0, nan};

// selu 0: y [32]
inline constexpr double selu_0_y[] = {2.1178191776383906, -1.1312297157701974, -1.544817692592908,
    -0.8316460919696298, 2.9715137298647183, -1.6182258210117197, -1.6068600054696944, 2.1178191776383906,
    3.2341889767035883, 0.22984084098401136, -0.20658211811354793, -1.4842402835755841, -1.6137857588732425,
    -1.3658143533672527, -0.6917581878028713, 0.5253504936777402, 1.5760514810332207, 2.6267524683887014, 0.0,
    0.0, 1.0507009809698758e-08, -1.7580993213720827e-08, 1.050700990687334e-30, 84.05607898843844,
    -1.7580993408473768, 7.354906911488364, -1.756496161764805, 6.304205924132883, -1.1113307378125628, inf,
    -1.7580993408473768, nan};

// gelu 0: y [32]
inline constexpr double gelu_0_y[] = {1.97144330267151, -0.15593716818281625, -0.036821487997353325,
    -0.16712828489303605, 2.8215041443693756, -0.01438468968466247, -0.017370715035710256, 1.97144330267151,
    3.074919017100832, 0.12831385024971426, -0.056282721896235885, -0.05854614328837259,
    -0.015524163314440337, -0.1002108019032871, -0.15426876936299344, 0.34573123063700656, 1.399789198096713,
    2.4844758366855597, 0.0, -0.0, 5.000000009506873e-09, -4.999999929718417e-09, 5.000000015855384e-31, 80.0,
    -0.0, 6.999999999991041, -8.958687807200846e-12, 5.999999994080474, -0.15865525393145705, inf, nan, nan};

// erf 0: y [32]
inline constexpr double erf_0_y[] = {0.9956352772787994, -0.855271810442917, -0.9971466153045554,
    -0.6350538597715001, 0.9999365430555637, -0.9996560480693127, -0.9994780721608851, 0.9956352772787994,
    0.9999865790112805, 0.2429517099321919, -0.1403162048013338, -0.9914502882425449, -0.999593047982555,
    -0.9661051464753108, -0.5204998778130465, 0.5204998778130465, 0.9661051464753108, 0.999593047982555, 0.0,
    -0.0, 1.1283791602378209e-08, -1.1283791602378209e-08, 1.1283791706736896e-30, 1.0, -1.0, 1.0, -1.0, 1.0,
    -0.8427007929497149, 1.0, -1.0, nan};

// floor 0: y [32]
inline constexpr double floor_0_y[] = {2.0, -2.0, -3.0, -1.0, 2.0, -3.0, -3.0, 2.0, 3.0, 0.0, -1.0, -2.0,
    -3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 0.0, -0.0, 0.0, -1.0, 0.0, 80.0, -80.0, 7.0, -7.0, 6.0, -1.0, inf, -inf,
    nan};

// ceil 0: y [32]
inline constexpr double ceil_0_y[] = {3.0, -1.0, -2.0, -0.0, 3.0, -2.0, -2.0, 3.0, 4.0, 1.0, -0.0, -1.0, -2.0,
    -1.0, -0.0, 1.0, 2.0, 3.0, 0.0, -0.0, 1.0, -0.0, 1.0, 80.0, -80.0, 7.0, -7.0, 6.0, -1.0, inf, -inf, nan};

// rint 0: y [32]
inline constexpr double rint_0_y[] = {2.0, -1.0, -2.0, -1.0, 3.0, -3.0, -2.0, 2.0, 3.0, 0.0, -0.0, -2.0, -2.0,
    -2.0, -0.0, 0.0, 2.0, 2.0, 0.0, -0.0, 0.0, -0.0, 0.0, 80.0, -80.0, 7.0, -7.0, 6.0, -1.0, inf, -inf, nan};

// functions_i32 0: x [6]
inline constexpr std::int32_t functions_i32_0_x[] = {7, -7, 0, 6, -2147483647 - 1, 2147483647};

// abs_i32 0: y [6]
inline constexpr std::int32_t abs_i32_0_y[] = {7, 7, 0, 6, -2147483647 - 1, 2147483647};

// sign_i32 0: y [6]
inline constexpr std::int32_t sign_i32_0_y[] = {1, -1, 0, 1, -1, 1};

// relu6_i32 0: y [6]
inline constexpr std::int32_t relu6_i32_0_y[] = {6, 0, 0, 6, 0, 6};

// Functions of two elements: every a [n,1] with every b [1,n].

// pairs 0: a [10,1], b [1,10]
inline constexpr double pairs_0_a[] = {inf, -inf, nan, 0.0, -0.0, 1.5, -2.0, 0.25, 3.0, 1.0};
inline constexpr double pairs_0_b[] = {1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -inf, inf};

// maximum 0: y [10,10]
inline constexpr double maximum_0_y[] = {inf, inf, inf, inf, inf, inf, inf, nan, inf, inf, 1.0, 3.0, 0.25,
    -2.0, 1.5, -0.0, 0.0, nan, -inf, inf, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, 1.0, 3.0, 0.25,
    0.0, 1.5, -0.0, 0.0, nan, 0.0, inf, 1.0, 3.0, 0.25, -0.0, 1.5, -0.0, 0.0, nan, -0.0, inf, 1.5, 3.0, 1.5,
    1.5, 1.5, 1.5, 1.5, nan, 1.5, inf, 1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -2.0, inf, 1.0, 3.0, 0.25,
    0.25, 1.5, 0.25, 0.25, nan, 0.25, inf, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 3.0, nan, 3.0, inf, 1.0, 3.0, 1.0,
    1.0, 1.5, 1.0, 1.0, nan, 1.0, inf};

// minimum 0: y [10,10]
inline constexpr double minimum_0_y[] = {1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -inf, inf, -inf, -inf,
    -inf, -inf, -inf, -inf, -inf, nan, -inf, -inf, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, 0.0, 0.0,
    0.0, -2.0, 0.0, -0.0, 0.0, nan, -inf, 0.0, -0.0, -0.0, -0.0, -2.0, -0.0, -0.0, 0.0, nan, -inf, -0.0, 1.0,
    1.5, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -inf, 1.5, -2.0, -2.0, -2.0, -2.0, -2.0, -2.0, -2.0, nan, -inf,
    -2.0, 0.25, 0.25, 0.25, -2.0, 0.25, -0.0, 0.0, nan, -inf, 0.25, 1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan,
    -inf, 3.0, 1.0, 1.0, 0.25, -2.0, 1.0, -0.0, 0.0, nan, -inf, 1.0};

// pow 0: y [10,10]
inline constexpr double pow_0_y[] = {inf, inf, inf, 0.0, inf, 1.0, 1.0, nan, 0.0, inf, -inf, -inf, inf, 0.0,
    inf, 1.0, 1.0, nan, 0.0, inf, nan, nan, nan, nan, nan, 1.0, 1.0, nan, nan, nan, 0.0, 0.0, 0.0, inf, 0.0,
    1.0, 1.0, nan, inf, 0.0, -0.0, -0.0, 0.0, inf, 0.0, 1.0, 1.0, nan, inf, 0.0, 1.5, 3.375,
    1.1066819197003215, 0.4444444444444444, 1.8371173070873836, 1.0, 1.0, nan, 0.0, inf, -2.0, -8.0, nan,
    0.25, nan, 1.0, 1.0, nan, 0.0, inf, 0.25, 0.015625, 0.7071067811865476, 16.0, 0.125, 1.0, 1.0, nan, inf,
    0.0, 3.0, 27.0, 1.3160740129524924, 0.1111111111111111, 5.196152422706632, 1.0, 1.0, nan, 0.0, inf, 1.0,
    1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};

// squared_difference 0: y [10,10]
inline constexpr double squared_difference_0_y[] = {inf, inf, inf, inf, inf, inf, inf, nan, inf, nan, inf,
    inf, inf, inf, inf, inf, inf, nan, nan, inf, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, 1.0, 9.0,
    0.0625, 4.0, 2.25, 0.0, 0.0, nan, inf, inf, 1.0, 9.0, 0.0625, 4.0, 2.25, 0.0, 0.0, nan, inf, inf, 0.25,
    2.25, 1.5625, 12.25, 0.0, 2.25, 2.25, nan, inf, inf, 9.0, 25.0, 5.0625, 0.0, 12.25, 4.0, 4.0, nan, inf,
    inf, 0.5625, 7.5625, 0.0, 5.0625, 1.5625, 0.0625, 0.0625, nan, inf, inf, 4.0, 0.0, 7.5625, 25.0, 2.25,
    9.0, 9.0, nan, inf, inf, 0.0, 4.0, 0.5625, 9.0, 0.25, 1.0, 1.0, nan, inf, inf};

// not_equal 0: y [10,10]
inline constexpr bool not_equal_0_y[] = {true, true, true, true, true, true, true, true, true, false, true,
    true, true, true, true, true, true, true, false, true, true, true, true, true, true, true, true, true,
    true, true, true, true, true, true, true, false, false, true, true, true, true, true, true, true, true,
    false, false, true, true, true, true, true, true, true, false, true, true, true, true, true, true, true,
    true, false, true, true, true, true, true, true, true, true, false, true, true, true, true, true, true,
    true, true, false, true, true, true, true, true, true, true, true, false, true, true, true, true, true,
    true, true, true, true};

// less 0: y [10,10]
inline constexpr bool less_0_y[] = {false, false, false, false, false, false, false, false, false, false,
    true, true, true, true, true, true, true, false, false, true, false, false, false, false, false, false,
    false, false, false, false, true, true, true, false, true, false, false, false, false, true, true, true,
    true, false, true, false, false, false, false, true, false, true, false, false, false, false, false,
    false, false, true, true, true, true, false, true, true, true, false, false, true, true, true, false,
    false, true, false, false, false, false, true, false, false, false, false, false, false, false, false,
    false, true, false, true, false, false, true, false, false, false, false, true};

// less_equal 0: y [10,10]
inline constexpr bool less_equal_0_y[] = {false, false, false, false, false, false, false, false, false, true,
    true, true, true, true, true, true, true, false, true, true, false, false, false, false, false, false,
    false, false, false, false, true, true, true, false, true, true, true, false, false, true, true, true,
    true, false, true, true, true, false, false, true, false, true, false, false, true, false, false, false,
    false, true, true, true, true, true, true, true, true, false, false, true, true, true, true, false, true,
    false, false, false, false, true, false, true, false, false, false, false, false, false, false, true,
    true, true, false, false, true, false, false, false, false, true};

// greater 0: y [10,10]
inline constexpr bool greater_0_y[] = {true, true, true, true, true, true, true, false, true, false, false,
    false, false, false, false, false, false, false, false, false, false, false, false, false, false, false,
    false, false, false, false, false, false, false, true, false, false, false, false, true, false, false,
    false, false, true, false, false, false, false, true, false, true, false, true, true, false, true, true,
    false, true, false, false, false, false, false, false, false, false, false, true, false, false, false,
    false, true, false, true, true, false, true, false, true, false, true, true, true, true, true, false,
    true, false, false, false, true, true, false, true, true, false, true, false};

// greater_equal 0: y [10,10]
inline constexpr bool greater_equal_0_y[] = {true, true, true, true, true, true, true, false, true, true,
    false, false, false, false, false, false, false, false, true, false, false, false, false, false, false,
    false, false, false, false, false, false, false, false, true, false, true, true, false, true, false,
    false, false, false, true, false, true, true, false, true, false, true, false, true, true, true, true,
    true, false, true, false, false, false, false, true, false, false, false, false, true, false, false,
    false, true, true, false, true, true, false, true, false, true, true, true, true, true, true, true, false,
    true, false, true, false, true, true, false, true, true, false, true, false};

// where 0: y [10,10]; where(a < b, a, b)
inline constexpr double where_0_y[] = {1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -inf, inf, -inf, -inf, -inf,
    -inf, -inf, -inf, -inf, nan, -inf, -inf, 1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -inf, inf, 0.0, 0.0,
    0.0, -2.0, 0.0, -0.0, 0.0, nan, -inf, 0.0, -0.0, -0.0, -0.0, -2.0, -0.0, -0.0, 0.0, nan, -inf, -0.0, 1.0,
    1.5, 0.25, -2.0, 1.5, -0.0, 0.0, nan, -inf, 1.5, -2.0, -2.0, -2.0, -2.0, -2.0, -2.0, -2.0, nan, -inf,
    -2.0, 0.25, 0.25, 0.25, -2.0, 0.25, -0.0, 0.0, nan, -inf, 0.25, 1.0, 3.0, 0.25, -2.0, 1.5, -0.0, 0.0, nan,
    -inf, 3.0, 1.0, 1.0, 0.25, -2.0, 1.0, -0.0, 0.0, nan, -inf, 1.0};

// clip_by_value 0: y [10,1]; clip_by_value(a, -2, 1.5)
inline constexpr double clip_by_value_0_y[] = {1.5, -2.0, nan, 0.0, -0.0, 1.5, -2.0, 0.25, 1.5, 1.0};

// pairs_i32 0: a [10,1], b [1,10]
inline constexpr std::int32_t pairs_i32_0_a[] = {0, 1, -1, 2, -3, 7, 12, 31, 46341, -2147483647 - 1};
inline constexpr std::int32_t pairs_i32_0_b[] = {-2147483647 - 1, 46341, 31, 12, 7, -3, 2, -1, 1, 0};

// maximum_i32 0: y [10,10]
inline constexpr std::int32_t maximum_i32_0_y[] = {0, 46341, 31, 12, 7, 0, 2, 0, 1, 0, 1, 46341, 31, 12, 7, 1,
    2, 1, 1, 1, -1, 46341, 31, 12, 7, -1, 2, -1, 1, 0, 2, 46341, 31, 12, 7, 2, 2, 2, 2, 2, -3, 46341, 31, 12,
    7, -3, 2, -1, 1, 0, 7, 46341, 31, 12, 7, 7, 7, 7, 7, 7, 12, 46341, 31, 12, 12, 12, 12, 12, 12, 12, 31,
    46341, 31, 31, 31, 31, 31, 31, 31, 31, 46341, 46341, 46341, 46341, 46341, 46341, 46341, 46341, 46341,
    46341, -2147483647 - 1, 46341, 31, 12, 7, -3, 2, -1, 1, 0};

// minimum_i32 0: y [10,10]
inline constexpr std::int32_t minimum_i32_0_y[] = {-2147483647 - 1, 0, 0, 0, 0, -3, 0, -1, 0, 0,
    -2147483647 - 1, 1, 1, 1, 1, -3, 1, -1, 1, 0, -2147483647 - 1, -1, -1, -1, -1, -3, -1, -1, -1, -1,
    -2147483647 - 1, 2, 2, 2, 2, -3, 2, -1, 1, 0, -2147483647 - 1, -3, -3, -3, -3, -3, -3, -3, -3, -3,
    -2147483647 - 1, 7, 7, 7, 7, -3, 2, -1, 1, 0, -2147483647 - 1, 12, 12, 12, 7, -3, 2, -1, 1, 0,
    -2147483647 - 1, 31, 31, 12, 7, -3, 2, -1, 1, 0, -2147483647 - 1, 46341, 31, 12, 7, -3, 2, -1, 1, 0,
    -2147483647 - 1, -2147483647 - 1, -2147483647 - 1, -2147483647 - 1, -2147483647 - 1, -2147483647 - 1,
    -2147483647 - 1, -2147483647 - 1, -2147483647 - 1, -2147483647 - 1};

// squared_difference_i32 0: y [10,10]
inline constexpr std::int32_t squared_difference_i32_0_y[] = {0, -2147479015, 961, 144, 49, 9, 4, 1, 1, 0, 1,
    2147395600, 900, 121, 36, 16, 1, 4, 0, 1, 1, -2147386332, 1024, 169, 64, 4, 9, 0, 4, 1, 4, 2147302921,
    841, 100, 25, 25, 0, 9, 1, 4, 9, -2147200960, 1156, 225, 100, 0, 25, 4, 16, 9, 49, 2146839556, 576, 25, 0,
    100, 25, 64, 36, 49, 144, 2146376241, 361, 0, 25, 225, 100, 169, 121, 144, 961, 2144616100, 0, 361, 576,
    1156, 841, 1024, 900, 961, -2147479015, 0, 2144616100, 2146376241, 2146839556, -2147200960, 2147302921,
    -2147386332, 2147395600, -2147479015, 0, -2147479015, 961, 144, 49, 9, 4, 1, 1, 0};

// less_i32 0: y [10,10]
inline constexpr bool less_i32_0_y[] = {false, true, true, true, true, false, true, false, true, false, false,
    true, true, true, true, false, true, false, false, false, false, true, true, true, true, false, true,
    false, true, true, false, true, true, true, true, false, false, false, false, false, false, true, true,
    true, true, false, true, true, true, true, false, true, true, true, false, false, false, false, false,
    false, false, true, true, false, false, false, false, false, false, false, false, true, false, false,
    false, false, false, false, false, false, false, false, false, false, false, false, false, false, false,
    false, false, true, true, true, true, true, true, true, true, true};

// pow_i32 0: b [1,10], y [10,10]
inline constexpr std::int32_t pow_i32_0_b[] = {0, 1, 2, 3, 5, 8, 10, 31, 7, 30};
inline constexpr std::int32_t pow_i32_0_y[] = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    -1, 1, -1, -1, 1, 1, -1, -1, 1, 1, 2, 4, 8, 32, 256, 1024, -2147483647 - 1, 128, 1073741824, 1, -3, 9,
    -27, -243, 6561, 59049, -1264544299, -2187, -1010140999, 1, 7, 49, 343, 16807, 5764801, 282475249,
    265001655, 823543, 1878557649, 1, 12, 144, 1728, 248832, 429981696, 1787822080, 0, 35831808, 0, 1, 31,
    961, 29791, 28629151, -1807454463, -1796951359, -2010103841, 1742810335, 350799937, 1, 46341, -2147479015,
    -1932785795, -1737259723, -1152877087, -487711495, -741033651, -2103067603, -222452311, 1,
    -2147483647 - 1, 0, 0, 0, 0, 0, 0, 0, 0};

// Functions of truths.

// truths 0: a [2,1], b [1,2]
inline constexpr bool truths_0_a[] = {true, false};
inline constexpr bool truths_0_b[] = {true, false};

// logical_and 0: y [2,2]
inline constexpr bool logical_and_0_y[] = {true, false, false, false};

// logical_or 0: y [2,2]
inline constexpr bool logical_or_0_y[] = {true, true, true, false};

// logical_xor 0: y [2,2]
inline constexpr bool logical_xor_0_y[] = {false, true, true, false};

// logical_not 0: y [1,2]
inline constexpr bool logical_not_0_y[] = {false, true};

// More reductions of one x: over all axes; axis 1; axes 0 and -1; axis 0 with keepdims.

// reduced 0: x [2,3,4]
inline constexpr double reduced_0_x[] = {-3.09375, 1.484375, -0.25, 2.625, -0.796875, 0.21875, 1.921875,
    -3.4375, 3.15625, 3.53125, 3.203125, -3.21875, 2.46875, 2.65625, -1.28125, 2.90625, -2.109375, -3.84375,
    -3.984375, -2.390625, -2.734375, 3.375, 3.453125, 0.953125};

// reduced_truths 0: x [2,3,4]
inline constexpr bool reduced_truths_0_x[] = {true, true, true, false, false, false, false, true, true, true,
    false, false, false, false, true, true, true, false, false, false, false, true, true, true};

// reduce_min 0: y []
inline constexpr double reduce_min_0_y[] = {-3.984375};

// reduce_prod 0: y []
inline constexpr double reduce_prod_0_y[] = {-22842981.008541185};

// reduce_logsumexp 0: y []
inline constexpr double reduce_logsumexp_0_y[] = {5.385648338972512};

// reduce_any 0: y []
inline constexpr bool reduce_any_0_y[] = {true};

// reduce_all 0: y []
inline constexpr bool reduce_all_0_y[] = {false};

// reduce_min 1: y [2,4]
inline constexpr double reduce_min_1_y[] = {-3.09375, 0.21875, -0.25, -3.4375, -2.734375, -3.84375, -3.984375,
    -2.390625};

// reduce_prod 1: y [2,4]
inline constexpr double reduce_prod_1_y[] = {7.7812042236328125, 1.1466217041015625, -1.53900146484375,
    29.044189453125, 14.239311218261719, -34.4586181640625, 17.628135681152344, -6.622077941894531};

// reduce_logsumexp 1: y [2,4]
inline constexpr double reduce_logsumexp_1_y[] = {3.177155037935672, 3.68445408343986, 3.472645563937799,
    2.630212916179386, 2.4844003856498804, 3.7724959683339447, 3.4624580065113597, 3.043258046162913};

// reduce_any 1: y [2,4]
inline constexpr bool reduce_any_1_y[] = {true, true, true, true, true, true, true, true};

// reduce_all 1: y [2,4]
inline constexpr bool reduce_all_1_y[] = {false, false, false, false, false, false, false, false};

// reduce_min 2: y [3]
inline constexpr double reduce_min_2_y[] = {-3.09375, -3.984375, -3.21875};

// reduce_prod 2: y [3]
inline constexpr double reduce_prod_2_y[] = {-73.58869019626582, 88.93786484537003, 3490.237711389199};

// reduce_logsumexp 2: y [3]
inline constexpr double reduce_logsumexp_2_y[] = {4.15351164267025, 2.1763485763958954, 4.982101011234517};

// reduce_any 2: y [3]
inline constexpr bool reduce_any_2_y[] = {true, true, true};

// reduce_all 2: y [3]
inline constexpr bool reduce_all_2_y[] = {false, false, false};

// reduce_min 3: y [1,3,4]
inline constexpr double reduce_min_3_y[] = {-3.09375, 1.484375, -1.28125, 2.625, -2.109375, -3.84375,
    -3.984375, -3.4375, -2.734375, 3.375, 3.203125, -3.21875};

// reduce_prod 3: y [1,3,4]
inline constexpr double reduce_prod_3_y[] = {-7.6376953125, 3.94287109375, 0.3203125, 7.62890625,
    1.680908203125, -0.8408203125, -7.657470703125, 8.2177734375, -8.63037109375, 11.91796875,
    11.060791015625, -3.06787109375};

// reduce_logsumexp 3: y [1,3,4]
inline constexpr double reduce_logsumexp_3_y[] = {2.4725818156823536, 2.9261134203592727, 0.05495280652142957,
    3.468627457863004, -0.5585304918895588, 0.23580960435785173, 1.9245936777265182, -2.0897555038380635,
    3.159011431612541, 4.1493208390072684, 4.029064419878844, 0.9684305839543723};

// reduce_any 3: y [1,3,4]
inline constexpr bool reduce_any_3_y[] = {true, true, true, true, true, false, false, true, true, true, true,
    true};

// reduce_all 3: y [1,3,4]
inline constexpr bool reduce_all_3_y[] = {false, false, true, false, false, false, false, false, false, true,
    false, false};

// l2_loss 0: y []
inline constexpr double l2_loss_0_y[] = {86.862548828125};

// argmin 0: y [3,4]; axis 0
inline constexpr std::int64_t argmin_0_y[] = {0, 0, 1, 0, 1, 1, 1, 0, 1, 1, 0, 0};

// softmax_axis 0: y [2,3,4]; axis 0
inline constexpr double softmax_axis_0_y[] = {0.003824483644637211, 0.2365162364457076, 0.7371581626286834,
    0.4301473485858429, 0.7879311956428947, 0.9830850867332734, 0.9972850145309948, 0.2598256379609837,
    0.9972423776326046, 0.5389832206876841, 0.4378234991142019, 0.015189048807983949, 0.9961755163553628,
    0.7634837635542924, 0.26284183737131667, 0.5698526514141571, 0.21206880435710534, 0.01691491326672651,
    0.002714985469005176, 0.7401743620390163, 0.002757622367395409, 0.4610167793123159, 0.5621765008857981,
    0.984810951192016};

// log_softmax_axis 0: y [2,3,4]; axis 0
inline constexpr double log_softmax_axis_0_y[] = {-5.566331815682354, -1.4417384203592727,
    -0.3049528065214296, -0.8436274578630043, -0.2383445081104412, -0.017059604357851726,
    -0.002718677726518164, -1.3477444961619363, -0.0027614316125407334, -0.6180708390072681,
    -0.8259394198788436, -4.1871805839543725, -0.0038318156823536243, -0.26986342035927263,
    -1.3362028065214295, -0.5623774578630043, -1.5508445081104412, -4.0795596043578515, -5.908968677726518,
    -0.3008694961619363, -5.893386431612541, -0.7743208390072681, -0.5759394198788436, -0.015305583954372304};

// argmin 1: y [2,4]; axis 1
inline constexpr std::int64_t argmin_1_y[] = {0, 1, 0, 1, 2, 1, 1, 1};

// softmax_axis 1: y [2,3,4]; axis 1
inline constexpr double softmax_axis_1_y[] = {0.0018905168192816582, 0.11079439601390614,
    0.024169940066424936, 0.99480064748917, 0.018797525541617108, 0.03125099437081587, 0.2120844861891696,
    0.0023164651066569417, 0.9793119576391013, 0.857954609615278, 0.7637455737444054, 0.0028828874041730962,
    0.9844714452407677, 0.32750696127410267, 0.008706303229520497, 0.8719632101458409, 0.010114599683659192,
    0.000492386801552474, 0.0005832859529596581, 0.004366109040864593, 0.0054139550755731465,
    0.6720006519243449, 0.9907104108175199, 0.1236706808132945};

// log_softmax_axis 1: y [2,3,4]; axis 1
inline constexpr double log_softmax_axis_1_y[] = {-6.270905037935672, -2.20007908343986, -3.722645563937799,
    -0.005212916179385999, -3.974030037935672, -3.46570408343986, -1.550770563937799, -6.067712916179386,
    -0.020905037935672048, -0.1532040834398599, -0.2695205639377992, -5.848962916179386,
    -0.015650385649880257, -1.116245968333945, -4.74370800651136, -0.13700804616291268, -4.59377538564988,
    -7.616245968333945, -7.44683300651136, -5.433883046162912, -5.21877538564988, -0.3974959683339449,
    -0.009333006511359874, -2.090133046162913};

// argmin 2: y [2,3]; axis 2
inline constexpr std::int64_t argmin_2_y[] = {0, 3, 3, 2, 2, 0};

// softmax_axis 2: y [2,3,4]; axis 2
inline constexpr double softmax_axis_2_y[] = {0.002380749302540741, 0.23172243884399737, 0.04090144003604435,
    0.7249953718174175, 0.05264885908411154, 0.1453681613848798, 0.7982282375533081, 0.0037547419777005588,
    0.28533226360511726, 0.4151559938590231, 0.2990256448432008, 0.00048609769265883605, 0.264649802707918,
    0.31922859752958527, 0.006223966800927766, 0.409897632961569, 0.47968416358102434, 0.08466928429904015,
    0.07356194900200523, 0.3620846031179303, 0.001022881641915776, 0.460355392336789, 0.4977628621654189,
    0.04085886385587634};

// log_softmax_axis 2: y [2,3,4]; axis 2
inline constexpr double log_softmax_axis_2_y[] = {-6.040340007847952, -1.4622150078479519, -3.196590007847952,
    -0.32159000784795194, -2.944110710454391, -1.9284857104543909, -0.225360710454391, -5.584735710454391,
    -1.2541009405630186, -0.8791009405630186, -1.2072259405630186, -7.629100940563019, -1.3293478261614413,
    -1.1418478261614413, -5.079347826161441, -0.8918478261614413, -0.7346273841918313, -2.4690023841918314,
    -2.6096273841918314, -1.0158773841918312, -6.885131495758095, -0.7757564957580954, -0.6976314957580954,
    -3.1976314957580954};

// Extremes of what is no number, in rows: the least, the product, and where the first extreme is.

// odd_rows 0: x [5,3]
inline constexpr double odd_rows_0_x[] = {1.0, nan, 0.0, inf, -inf, 2.0, -inf, -inf, -inf, 3.0, 1.0, 1.0, nan,
    1.0, nan};

// odd_rows_min 0: y [5]
inline constexpr double odd_rows_min_0_y[] = {nan, -inf, -inf, 1.0, nan};

// odd_rows_prod 0: y [5]
inline constexpr double odd_rows_prod_0_y[] = {nan, -inf, -inf, 3.0, nan};

// odd_rows_argmin 0: y [5]
inline constexpr std::int64_t odd_rows_argmin_0_y[] = {1, 1, 0, 1, 0};

// odd_rows_argmax 0: y [5]
inline constexpr std::int64_t odd_rows_argmax_0_y[] = {1, 0, 0, 0, 0};

// odd_rows_logsumexp 0: y [5]
inline constexpr double odd_rows_logsumexp_0_y[] = {nan, inf, -inf, 3.2395447662218846, nan};

// Elements in other places, all of the same x.

// moved 0: x [2,3,4]
inline constexpr double moved_0_x[] = {-4.0, 2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125,
    -3.078125, -2.921875, -1.9375, 4.0, 3.203125, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125,
    -2.640625, -3.046875, -3.96875, -3.046875, -1.296875, -1.59375, -1.515625};

// transpose 0: y [4,3,2]
inline constexpr double transpose_0_y[] = {-4.0, -2.609375, -0.15625, 0.03125, -2.921875, -3.046875, 2.171875,
    2.734375, 3.3125, -2.640625, -1.9375, -1.296875, -3.859375, 0.890625, -2.328125, -3.046875, 4.0, -1.59375,
    2.796875, -1.734375, -3.078125, -3.96875, 3.203125, -1.515625};

// transpose 1: y [3,2,4]; perm 1, 0, 2
inline constexpr double transpose_1_y[] = {-4.0, 2.171875, -3.859375, 2.796875, -2.609375, 2.734375, 0.890625,
    -1.734375, -0.15625, 3.3125, -2.328125, -3.078125, 0.03125, -2.640625, -3.046875, -3.96875, -2.921875,
    -1.9375, 4.0, 3.203125, -3.046875, -1.296875, -1.59375, -1.515625};

// transpose 2: y [4,2,3]; perm 2, 0, 1
inline constexpr double transpose_2_y[] = {-4.0, -0.15625, -2.921875, -2.609375, 0.03125, -3.046875, 2.171875,
    3.3125, -1.9375, 2.734375, -2.640625, -1.296875, -3.859375, -2.328125, 4.0, 0.890625, -3.046875, -1.59375,
    2.796875, -3.078125, 3.203125, -1.734375, -3.96875, -1.515625};

// stack 0: y [3,2,3,4]; x, -x, x along axis 0
inline constexpr double stack_0_y[] = {-4.0, 2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125,
    -3.078125, -2.921875, -1.9375, 4.0, 3.203125, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125,
    -2.640625, -3.046875, -3.96875, -3.046875, -1.296875, -1.59375, -1.515625, 4.0, -2.171875, 3.859375,
    -2.796875, 0.15625, -3.3125, 2.328125, 3.078125, 2.921875, 1.9375, -4.0, -3.203125, 2.609375, -2.734375,
    -0.890625, 1.734375, -0.03125, 2.640625, 3.046875, 3.96875, 3.046875, 1.296875, 1.59375, 1.515625, -4.0,
    2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0, 3.203125,
    -2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625, -3.046875, -3.96875, -3.046875, -1.296875,
    -1.59375, -1.515625};

// stack 1: y [2,3,3,4]; x, -x, x along axis 1
inline constexpr double stack_1_y[] = {-4.0, 2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125,
    -3.078125, -2.921875, -1.9375, 4.0, 3.203125, 4.0, -2.171875, 3.859375, -2.796875, 0.15625, -3.3125,
    2.328125, 3.078125, 2.921875, 1.9375, -4.0, -3.203125, -4.0, 2.171875, -3.859375, 2.796875, -0.15625,
    3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0, 3.203125, -2.609375, 2.734375, 0.890625, -1.734375,
    0.03125, -2.640625, -3.046875, -3.96875, -3.046875, -1.296875, -1.59375, -1.515625, 2.609375, -2.734375,
    -0.890625, 1.734375, -0.03125, 2.640625, 3.046875, 3.96875, 3.046875, 1.296875, 1.59375, 1.515625,
    -2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625, -3.046875, -3.96875, -3.046875, -1.296875,
    -1.59375, -1.515625};

// stack 2: y [2,3,4,3]; x, -x, x along axis -1
inline constexpr double stack_2_y[] = {-4.0, 4.0, -4.0, 2.171875, -2.171875, 2.171875, -3.859375, 3.859375,
    -3.859375, 2.796875, -2.796875, 2.796875, -0.15625, 0.15625, -0.15625, 3.3125, -3.3125, 3.3125, -2.328125,
    2.328125, -2.328125, -3.078125, 3.078125, -3.078125, -2.921875, 2.921875, -2.921875, -1.9375, 1.9375,
    -1.9375, 4.0, -4.0, 4.0, 3.203125, -3.203125, 3.203125, -2.609375, 2.609375, -2.609375, 2.734375,
    -2.734375, 2.734375, 0.890625, -0.890625, 0.890625, -1.734375, 1.734375, -1.734375, 0.03125, -0.03125,
    0.03125, -2.640625, 2.640625, -2.640625, -3.046875, 3.046875, -3.046875, -3.96875, 3.96875, -3.96875,
    -3.046875, 3.046875, -3.046875, -1.296875, 1.296875, -1.296875, -1.59375, 1.59375, -1.59375, -1.515625,
    1.515625, -1.515625};

// tile 0: y [4,3,12]; 2, 1, 3
inline constexpr double tile_0_y[] = {-4.0, 2.171875, -3.859375, 2.796875, -4.0, 2.171875, -3.859375,
    2.796875, -4.0, 2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, -0.15625, 3.3125,
    -2.328125, -3.078125, -0.15625, 3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0, 3.203125,
    -2.921875, -1.9375, 4.0, 3.203125, -2.921875, -1.9375, 4.0, 3.203125, -2.609375, 2.734375, 0.890625,
    -1.734375, -2.609375, 2.734375, 0.890625, -1.734375, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125,
    -2.640625, -3.046875, -3.96875, 0.03125, -2.640625, -3.046875, -3.96875, 0.03125, -2.640625, -3.046875,
    -3.96875, -3.046875, -1.296875, -1.59375, -1.515625, -3.046875, -1.296875, -1.59375, -1.515625, -3.046875,
    -1.296875, -1.59375, -1.515625, -4.0, 2.171875, -3.859375, 2.796875, -4.0, 2.171875, -3.859375, 2.796875,
    -4.0, 2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, -0.15625, 3.3125, -2.328125,
    -3.078125, -0.15625, 3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0, 3.203125, -2.921875, -1.9375,
    4.0, 3.203125, -2.921875, -1.9375, 4.0, 3.203125, -2.609375, 2.734375, 0.890625, -1.734375, -2.609375,
    2.734375, 0.890625, -1.734375, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625, -3.046875,
    -3.96875, 0.03125, -2.640625, -3.046875, -3.96875, 0.03125, -2.640625, -3.046875, -3.96875, -3.046875,
    -1.296875, -1.59375, -1.515625, -3.046875, -1.296875, -1.59375, -1.515625, -3.046875, -1.296875, -1.59375,
    -1.515625};

// pad 0: y [3,5,6]; [[1, 0], [0, 2], [1, 1]]
inline constexpr double pad_0_y[] = {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -4.0, 2.171875,
    -3.859375, 2.796875, 0.0, 0.0, -0.15625, 3.3125, -2.328125, -3.078125, 0.0, 0.0, -2.921875, -1.9375, 4.0,
    3.203125, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, -2.609375, 2.734375,
    0.890625, -1.734375, 0.0, 0.0, 0.03125, -2.640625, -3.046875, -3.96875, 0.0, 0.0, -3.046875, -1.296875,
    -1.59375, -1.515625, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0};

// gather 0: indices [2,3], y [2,3,3,4]
inline constexpr std::int32_t gather_0_indices[] = {1, 0, 1, 0, 0, 1};
inline constexpr double gather_0_y[] = {-2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625,
    -3.046875, -3.96875, -3.046875, -1.296875, -1.59375, -1.515625, -4.0, 2.171875, -3.859375, 2.796875,
    -0.15625, 3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0, 3.203125, -2.609375, 2.734375, 0.890625,
    -1.734375, 0.03125, -2.640625, -3.046875, -3.96875, -3.046875, -1.296875, -1.59375, -1.515625, -4.0,
    2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0, 3.203125,
    -4.0, 2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, -2.921875, -1.9375, 4.0,
    3.203125, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625, -3.046875, -3.96875, -3.046875,
    -1.296875, -1.59375, -1.515625};

// one_hot 0: y [2,3,3]
inline constexpr double one_hot_0_y[] = {0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0,
    0.0, 0.0, 1.0, 0.0};

// gather_along 0: indices [4], y [2,4,4]; axis 1
inline constexpr std::int32_t gather_along_0_indices[] = {2, 0, 2, 1};
inline constexpr double gather_along_0_y[] = {-2.921875, -1.9375, 4.0, 3.203125, -4.0, 2.171875, -3.859375,
    2.796875, -2.921875, -1.9375, 4.0, 3.203125, -0.15625, 3.3125, -2.328125, -3.078125, -3.046875, -1.296875,
    -1.59375, -1.515625, -2.609375, 2.734375, 0.890625, -1.734375, -3.046875, -1.296875, -1.59375, -1.515625,
    0.03125, -2.640625, -3.046875, -3.96875};

// gather_along 1: indices [4], y [2,3,4]; axis -1
inline constexpr std::int32_t gather_along_1_indices[] = {2, 0, 2, 1};
inline constexpr double gather_along_1_y[] = {-3.859375, -4.0, -3.859375, 2.171875, -2.328125, -0.15625,
    -2.328125, 3.3125, 4.0, -2.921875, 4.0, -1.9375, 0.890625, -2.609375, 0.890625, 2.734375, -3.046875,
    0.03125, -3.046875, -2.640625, -1.59375, -3.046875, -1.59375, -1.296875};

// gather_rows_along 0: y [2,2,3,4]; axis 1
inline constexpr double gather_rows_along_0_y[] = {-0.15625, 3.3125, -2.328125, -3.078125, -4.0, 2.171875,
    -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, -4.0, 2.171875, -3.859375, 2.796875, -4.0,
    2.171875, -3.859375, 2.796875, -0.15625, 3.3125, -2.328125, -3.078125, 0.03125, -2.640625, -3.046875,
    -3.96875, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625, -3.046875, -3.96875, -2.609375,
    2.734375, 0.890625, -1.734375, -2.609375, 2.734375, 0.890625, -1.734375, 0.03125, -2.640625, -3.046875,
    -3.96875};

// one_hot_along 0: y [3,2,3]; axis 0
inline constexpr double one_hot_along_0_y[] = {0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 1.0,
    0.0, 0.0, 0.0, 0.0, 0.0, 0.0};

// one_hot_along 1: y [2,3,3]; axis 1
inline constexpr double one_hot_along_1_y[] = {0.0, 1.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 0.0,
    0.0, 0.0, 1.0, 0.0, 0.0, 0.0};

// Images: convolutions and poolings. Strides and dilations are for rows, columns.

// images 0: x [2,5,6,3]
inline constexpr double images_0_x[] = {3.046875, -0.28125, 0.328125, -0.203125, 0.734375, 3.109375,
    -0.921875, -3.734375, -2.3125, 2.828125, -0.65625, -0.84375, -3.9375, 1.125, 3.0, -2.640625, 3.8125,
    0.296875, -0.015625, 2.671875, -3.796875, 1.03125, 3.265625, 0.8125, -3.609375, -2.21875, 1.734375,
    2.59375, -2.90625, -1.015625, -2.703125, 2.15625, 2.734375, -1.765625, 3.46875, 0.453125, 3.203125,
    3.9375, 0.78125, 1.390625, 1.671875, -2.65625, 1.75, -1.203125, -2.984375, -2.984375, -3.84375, 1.09375,
    2.5625, -2.046875, -3.78125, 0.28125, 2.78125, 3.03125, -3.9375, -1.109375, -1.421875, -1.578125, -1.875,
    -2.75, -3.28125, 3.359375, 1.15625, 1.765625, 0.734375, 3.96875, -0.609375, 1.65625, 2.46875, 2.59375,
    2.0625, 3.15625, -1.046875, 1.890625, 1.53125, -1.0, -1.1875, -2.609375, 1.40625, -0.5625, 3.265625, 2.5,
    1.859375, 0.640625, -2.09375, -3.734375, 3.421875, 2.515625, -2.3125, 1.796875, -2.859375, 2.28125,
    -3.46875, -3.921875, 2.34375, 2.296875, 3.78125, 0.09375, 3.046875, -3.796875, 3.0625, -2.265625,
    -1.828125, -1.875, -2.890625, 2.6875, -0.453125, 0.609375, 3.78125, -0.1875, 2.8125, 1.171875, 3.21875,
    -2.21875, 2.890625, 2.0625, -2.859375, -1.578125, -3.1875, 3.859375, -1.296875, -1.28125, -2.3125,
    -2.28125, 1.765625, 3.171875, 2.3125, 2.84375, 1.3125, -3.71875, -1.25, 1.453125, -3.671875, 1.53125,
    -0.421875, 1.5, -2.71875, -1.5625, -3.421875, 1.28125, -0.8125, 2.734375, -1.109375, 2.546875, 1.734375,
    1.125, -3.71875, -1.28125, -0.15625, 1.90625, 2.5625, 2.390625, -0.171875, -0.921875, -1.546875, 0.96875,
    1.4375, 1.125, -1.6875, 2.578125, -1.046875, 0.984375, 0.234375, 0.59375, -2.125, -3.296875, -1.5,
    3.703125, 1.515625, 3.078125, -0.796875, -1.1875, -3.484375, -2.1875, 3.265625, -2.15625, -1.5625,
    -1.96875, -2.609375, -0.921875};

// conv2d 0: f [3,3,3,5], y [2,5,6,5]; strides (1, 1), dilations (1, 1), SAME
inline constexpr double conv2d_0_f[] = {-0.796875, 0.03125, -0.953125, 0.53125, 0.234375, 0.578125, 0.78125,
    0.71875, -0.0625, 0.1875, 0.25, 0.40625, 0.90625, 0.484375, 0.03125, -0.859375, -0.34375, 0.515625,
    0.328125, 0.390625, -0.703125, 0.53125, 0.34375, 0.953125, -0.609375, -0.453125, -0.53125, -0.828125,
    -0.84375, 0.390625, 0.125, -0.984375, 0.203125, -0.25, 0.859375, -0.859375, -0.140625, -0.234375, -0.5,
    -0.921875, 0.015625, -0.5625, -0.21875, 0.671875, 0.15625, 0.296875, 0.09375, -0.234375, 0.125, -0.34375,
    -0.265625, 0.875, -0.28125, 0.828125, 0.71875, -0.453125, -0.8125, -0.765625, 0.59375, 0.0, 0.34375,
    -0.140625, 0.546875, 0.953125, 0.234375, 0.84375, -0.953125, -0.875, 0.703125, 0.46875, 0.28125, 0.703125,
    0.421875, -0.84375, 0.34375, -0.640625, 0.5, -0.78125, 0.109375, 0.84375, 0.453125, 0.25, 0.84375, 0.625,
    0.953125, 0.765625, -0.203125, -0.9375, -0.484375, -0.265625, 0.109375, 0.671875, -0.21875, -0.59375,
    -0.4375, 0.609375, 0.125, 0.1875, -0.171875, -0.65625, -0.625, -0.6875, 0.28125, 0.546875, -0.8125,
    -0.359375, 1.0, 0.296875, 0.28125, 0.578125, -1.0, -0.015625, -0.546875, 0.484375, -0.234375, -0.625,
    -0.109375, -0.5, -0.015625, 0.21875, -0.203125, -0.796875, -0.828125, 0.953125, 0.5, -0.4375, -0.28125,
    -0.03125, -0.3125, -0.21875, 0.953125, -0.625, 0.78125, 0.375, -0.015625};
inline constexpr double conv2d_0_y[] = {2.5888671875, -2.369384765625, 0.025390625, 2.976318359375,
    -1.279541015625, 2.59521484375, 6.6044921875, 1.373046875, -6.036376953125, -3.6064453125,
    -4.734130859375, -2.255126953125, -5.6845703125, 1.3369140625, -2.672119140625, 9.266357421875,
    -5.443359375, 14.050537109375, -2.229736328125, -3.63037109375, 1.0087890625, 0.729736328125,
    0.258056640625, -8.185302734375, -1.002197265625, -4.24267578125, -10.171875, -7.228271484375,
    6.040283203125, -0.75634765625, -9.677490234375, -3.9326171875, -7.3232421875, 11.657958984375,
    6.305419921875, 4.854248046875, 6.14501953125, -7.171142578125, 0.29296875, -1.59912109375,
    8.024169921875, 13.927734375, 5.376708984375, -9.53564453125, 4.919189453125, -0.986083984375,
    -5.16357421875, -4.4375, -1.688720703125, -2.5234375, 3.2509765625, -2.978515625, -0.8388671875,
    -3.605712890625, -2.684814453125, 0.444580078125, 5.39404296875, -3.853515625, 3.394287109375,
    3.458251953125, 1.599365234375, -0.751708984375, 4.13720703125, 8.474365234375, -1.440673828125,
    -0.476806640625, 2.90966796875, 0.720458984375, 10.37841796875, 1.509521484375, 9.481689453125,
    -6.598876953125, -3.03173828125, -0.456787109375, 1.704345703125, -8.212158203125, 2.92529296875,
    9.3583984375, -6.132080078125, -5.777099609375, -9.738037109375, -13.339599609375, -9.043701171875,
    5.127197265625, -11.1103515625, 3.703369140625, 6.198974609375, 7.582275390625, 1.250732421875,
    -3.830322265625, -16.049072265625, 1.895751953125, -0.00732421875, -3.13232421875, -6.8369140625,
    7.671142578125, -0.923828125, 15.597412109375, 5.766357421875, -1.487060546875, 6.48681640625,
    1.372802734375, -8.5126953125, -0.213134765625, 9.31982421875, 6.87158203125, 0.950439453125, -2.24609375,
    -3.386474609375, 9.233642578125, 6.742431640625, -9.40185546875, -4.996337890625, 3.4599609375,
    1.570068359375, -10.3193359375, -5.880615234375, -8.18408203125, 7.179443359375, 6.733154296875,
    5.949951171875, 4.03857421875, 0.131103515625, -2.21337890625, -1.590087890625, 0.54052734375,
    1.196044921875, -5.9228515625, -1.80029296875, -7.645751953125, 0.93115234375, 0.7998046875,
    -0.291748046875, -2.388671875, 2.166015625, 3.517578125, -7.7177734375, -3.97021484375, -1.9013671875,
    -5.420166015625, -7.382568359375, 5.315673828125, -3.62890625, -4.765380859375, 0.066650390625,
    -4.810302734375, -2.3251953125, 6.51953125, -1.14453125, -0.60693359375, -1.390869140625, -3.028564453125,
    -5.12060546875, 1.9365234375, 0.283203125, -6.581298828125, 6.62548828125, -11.340087890625,
    -3.272705078125, 2.72216796875, 9.04931640625, 6.293701171875, 14.751708984375, 6.84326171875,
    4.915283203125, 1.78955078125, -1.75830078125, -8.798583984375, -4.5517578125, -3.975341796875,
    -4.018310546875, -0.51416015625, 4.748291015625, 0.919677734375, -0.006103515625, -0.427490234375,
    -1.078369140625, 1.45654296875, -1.879150390625, 2.156005859375, -0.90966796875, 14.273681640625,
    10.36181640625, 9.226806640625, -3.274169921875, 5.6552734375, -8.23046875, -3.840576171875,
    -0.002685546875, -1.671875, -0.463134765625, -4.427001953125, -3.123291015625, 4.242431640625,
    -6.9990234375, 2.52734375, 21.729736328125, 13.326171875, -3.087646484375, -5.15087890625, 12.603515625,
    -13.111328125, 0.310791015625, -2.40234375, -1.285888671875, -0.56689453125, -1.787353515625,
    0.38623046875, -6.964599609375, 5.316162109375, 2.1669921875, -5.83447265625, 3.65771484375,
    -2.866455078125, -2.716552734375, -5.109375, 4.8486328125, 0.176513671875, 1.47412109375, -0.53271484375,
    -7.416015625, 0.5439453125, -0.185791015625, 9.45166015625, 0.791015625, 0.27734375, 2.21875, -3.234375,
    -7.82861328125, 0.95654296875, 1.573974609375, -3.721923828125, -5.734130859375, 2.53076171875,
    -4.613525390625, 0.131103515625, 6.733642578125, -0.104736328125, -5.409912109375, 3.7041015625,
    4.26513671875, -0.76806640625, 4.257568359375, 8.415283203125, -6.060791015625, 2.611083984375,
    10.496337890625, -5.514404296875, -7.15478515625, 1.92724609375, 2.61865234375, -4.128173828125,
    0.887451171875, 8.232177734375, -0.959716796875, 7.25439453125, 9.56298828125, 4.86865234375,
    -2.92236328125, -0.49560546875, 1.615966796875, -1.632568359375, -7.100830078125, 3.09033203125,
    7.769775390625, 5.625732421875, 2.6708984375, 5.49072265625, -7.82666015625, 3.44580078125,
    3.658935546875, -2.6806640625, 0.2705078125, 5.80029296875, -7.712158203125, -3.719970703125,
    4.45947265625, -1.872802734375, -10.666015625, 5.379638671875, -3.02587890625, -7.685302734375,
    1.282470703125, 8.749267578125, -2.17041015625, -8.310791015625, 7.078369140625, -4.331787109375,
    -3.2255859375, 2.08203125, -0.140869140625, -5.123046875, 9.87109375, 0.7666015625, -4.70654296875,
    -3.72998046875, 0.07763671875, -0.08154296875, -6.344970703125, -2.149169921875};

// conv2d 1: f [3,3,3,5], y [2,3,4,5]; strides (1, 1), dilations (1, 1), VALID
inline constexpr double conv2d_1_f[] = {0.09375, 1.0, -0.03125, -0.84375, 0.09375, 0.765625, -0.53125,
    0.359375, 0.0625, 0.859375, 0.203125, 0.640625, -0.3125, -0.21875, 0.734375, -0.953125, 0.0625, -0.671875,
    -0.484375, -0.96875, -1.0, 0.9375, 0.71875, 0.21875, 0.609375, 1.0, 0.15625, -0.484375, 0.859375,
    0.703125, 0.28125, 0.5625, -0.078125, 0.640625, 0.171875, 0.234375, 0.859375, -0.96875, -0.34375,
    0.890625, 0.109375, 0.296875, -0.703125, -0.546875, -0.203125, -0.875, -0.921875, -0.546875, 0.15625,
    -0.640625, 0.21875, -0.5625, -0.015625, 0.484375, -0.25, -0.5625, 0.921875, 0.515625, -0.578125, 0.75,
    0.6875, -0.734375, 0.625, 0.046875, -0.34375, -0.171875, -0.03125, -0.78125, -0.828125, -0.171875,
    -0.921875, 0.90625, -0.59375, 0.1875, -0.265625, 0.6875, -0.140625, 0.8125, 0.453125, 0.296875, 0.671875,
    -0.953125, 0.15625, -0.59375, -0.734375, -0.390625, 0.390625, -0.9375, 0.75, -0.75, 0.75, 0.046875,
    0.015625, 0.84375, 0.84375, 0.359375, -0.203125, 0.140625, -0.46875, 0.703125, -0.5, 0.796875, 0.25,
    0.59375, -0.640625, -0.421875, 0.234375, 0.9375, 0.921875, -0.5, -0.046875, 0.546875, 0.953125, 0.859375,
    0.390625, -0.59375, 0.0, -0.015625, 0.875, -0.25, 0.15625, -0.65625, 0.046875, -0.9375, 0.25, -0.21875,
    -0.71875, -0.3125, 0.953125, 0.453125, -0.140625, -0.5, -0.890625, -0.171875, -0.90625};
inline constexpr double conv2d_1_y[] = {4.09619140625, 0.763427734375, 1.743408203125, 3.635498046875,
    2.91015625, 4.190673828125, 4.05224609375, 0.439697265625, 0.810791015625, 3.892333984375, 1.16650390625,
    -1.687255859375, -5.709716796875, -15.028076171875, -4.002685546875, -4.638671875, 2.909423828125,
    -13.325927734375, -5.91650390625, -5.177001953125, -2.8759765625, -15.556884765625, 2.351318359375,
    -4.2060546875, -3.542236328125, 9.4501953125, -12.157958984375, -2.746337890625, 7.1083984375,
    2.093994140625, -8.64599609375, -4.2919921875, -4.78955078125, 3.79931640625, -6.006103515625,
    6.79248046875, 6.15625, 1.973388671875, 3.822265625, 4.005615234375, 4.0673828125, -0.952880859375,
    2.0126953125, -11.53466796875, -1.791748046875, -7.90771484375, -8.57275390625, -5.216796875,
    -3.14306640625, -13.25927734375, 4.066162109375, 6.10009765625, 4.44677734375, 11.9833984375,
    -12.56640625, -8.879150390625, 0.840087890625, -16.314208984375, -11.01416015625, -9.747802734375,
    9.75537109375, -7.57763671875, 2.732421875, 5.35302734375, 11.233154296875, -0.082275390625,
    -5.0537109375, -9.655029296875, -1.353515625, -2.2744140625, -9.61865234375, 3.037109375, 4.8984375,
    0.778564453125, 0.359375, 4.4306640625, -5.310791015625, -1.593505859375, -4.94287109375, 1.414794921875,
    -9.058349609375, 4.62353515625, -6.466552734375, -4.6708984375, 9.059814453125, -9.74609375, 11.365234375,
    9.75244140625, -4.54443359375, -2.2177734375, 17.421142578125, -8.86572265625, 4.548583984375,
    1.716064453125, 7.98779296875, -5.08837890625, 4.793701171875, -7.54638671875, -5.1455078125,
    -4.297607421875, 10.221923828125, -12.306640625, -6.7451171875, 0.29296875, 7.828125, -4.667236328125,
    9.473388671875, 14.235107421875, 6.833740234375, -2.287353515625, 5.0439453125, -15.900634765625,
    -2.279541015625, -11.259765625, 0.9833984375, 1.650390625, 7.28076171875, 6.725341796875, -0.580078125,
    -3.56787109375};

// conv2d 2: f [3,2,3,1], y [2,3,3,1]; strides (2, 2), dilations (1, 1), SAME
inline constexpr double conv2d_2_f[] = {0.3125, 0.53125, 0.1875, 0.53125, 0.25, -0.140625, -0.84375, 0.28125,
    -1.0, 0.28125, 0.734375, 1.0, 0.515625, 0.8125, 0.1875, -0.71875, 0.375, 0.46875};
inline constexpr double conv2d_2_y[] = {2.9287109375, -5.259033203125, 6.645751953125, -5.517333984375,
    -0.465087890625, 8.75830078125, -6.8857421875, -0.361572265625, 0.70263671875, 11.08740234375,
    -2.917236328125, 6.58349609375, 3.240966796875, 3.866455078125, 3.3798828125, 3.22314453125,
    -3.670654296875, -3.4912109375};

// conv2d 3: f [2,3,3,17], y [2,2,4,17]; strides (2, 1), dilations (1, 1), VALID
inline constexpr double conv2d_3_f[] = {-0.078125, -0.640625, 0.84375, 0.140625, 0.09375, 0.84375, 0.609375,
    0.8125, 0.46875, -0.546875, 0.1875, -0.359375, -0.15625, 0.703125, -0.421875, -0.78125, -0.546875,
    -0.859375, 0.546875, -0.921875, 0.0, 0.0, 0.5625, -0.671875, -0.46875, -0.6875, 0.21875, -0.921875,
    0.4375, 0.25, 0.75, 0.75, -0.359375, -0.859375, 0.953125, 0.09375, 0.0, -0.875, 0.5625, -0.828125,
    0.703125, 0.3125, 0.25, -0.515625, -0.046875, -0.828125, 0.34375, 0.796875, 0.609375, -0.46875, -0.46875,
    0.421875, -0.328125, 0.59375, 0.390625, 0.25, -0.9375, 0.6875, 0.21875, -0.859375, 0.40625, -0.671875,
    -0.8125, 0.21875, -0.828125, 0.8125, -0.46875, 0.421875, 0.453125, -0.171875, -0.234375, 0.65625, 1.0,
    -0.46875, 0.765625, -0.421875, 0.65625, -0.75, 0.78125, 0.234375, 0.96875, 0.515625, -0.40625, -0.9375,
    0.5625, -0.65625, -0.796875, -0.734375, -0.25, -0.03125, 0.875, 0.65625, -0.234375, -0.390625, 0.4375,
    -0.09375, -0.6875, -0.453125, 0.8125, 0.609375, 0.25, -0.578125, 0.53125, -0.375, 0.828125, -0.265625,
    0.109375, 0.96875, 0.75, -0.8125, -0.3125, 0.921875, 0.34375, -0.734375, 0.59375, -0.34375, 0.140625,
    0.953125, -0.390625, 0.71875, 0.5625, 1.0, -0.8125, 0.140625, 0.4375, 0.328125, -0.984375, -0.234375,
    -0.75, 0.234375, 0.328125, 0.625, -0.265625, 0.921875, -0.296875, 0.3125, -0.734375, 0.46875, -0.375,
    -0.078125, -0.40625, -0.6875, -0.25, -0.3125, -0.359375, 0.328125, -0.265625, 0.921875, -0.40625,
    0.265625, 0.6875, -0.34375, -0.234375, 0.203125, 0.453125, 0.34375, 0.703125, 0.5, -0.375, -0.1875,
    0.03125, 0.796875, 0.4375, 0.71875, -0.59375, -0.28125, -0.578125, 0.328125, 0.90625, -0.125, 0.171875,
    0.828125, 0.828125, -0.28125, -1.0, -0.078125, -0.59375, 0.890625, 0.96875, -0.765625, -0.984375, 0.34375,
    0.859375, -0.96875, 0.03125, -1.0, -0.890625, 0.609375, 0.390625, -0.8125, -0.5, 0.71875, 0.046875,
    -0.34375, -0.234375, -0.5625, 0.625, -0.84375, -0.21875, -0.40625, 0.859375, -0.046875, -0.375, -1.0,
    0.109375, -0.40625, 0.515625, -0.765625, -0.140625, -0.78125, -0.796875, 0.75, -0.359375, -0.75,
    -0.234375, -0.734375, -0.703125, 0.34375, -0.9375, -0.296875, -0.359375, -0.703125, 0.359375, -0.78125,
    0.234375, -0.984375, 0.328125, -0.71875, 0.28125, 0.28125, 0.28125, -0.828125, -0.03125, 0.9375, 0.28125,
    1.0, 0.828125, -0.71875, 0.125, 0.8125, -0.984375, -0.328125, 0.515625, -0.640625, 0.046875, -0.484375,
    0.375, 0.90625, 0.796875, -0.328125, 0.859375, 0.25, 0.578125, -0.203125, -0.46875, 0.421875, 0.65625,
    -0.625, 0.46875, -0.0625, -0.84375, -0.25, 0.796875, -0.546875, 0.25, 0.515625, 0.765625, 0.859375,
    -0.328125, -0.03125, 0.234375, -0.25, 0.171875, -0.71875, -0.546875, 0.625, -0.5625, -0.984375, -0.734375,
    0.109375, 0.71875, -0.328125, -0.328125, -0.859375, 0.8125, 0.203125, -0.640625, 0.359375, -0.1875,
    0.859375, 0.375, 0.546875, 0.296875, 0.390625, 0.140625, -0.15625, 0.5625, -0.65625, 0.09375, -0.25,
    -0.21875, -0.703125, -0.078125, 0.1875, -0.984375, -0.21875};
inline constexpr double conv2d_3_y[] = {-7.3056640625, -5.4375, 3.513916015625, 1.5078125, -4.828125,
    8.608642578125, 2.25244140625, 9.19873046875, 7.945068359375, -3.53369140625, -2.64697265625, -6.57421875,
    -2.36376953125, 2.192626953125, -0.142822265625, -3.603759765625, -4.053955078125, 5.80517578125,
    10.762451171875, 3.156494140625, -4.96142578125, 0.89306640625, 2.197265625, 2.46044921875,
    0.746826171875, 1.00634765625, 6.52587890625, 1.5517578125, 3.40185546875, 4.8408203125, -7.031982421875,
    5.26318359375, 1.781982421875, -5.89453125, 2.762939453125, -6.312744140625, 3.982666015625,
    -1.546142578125, 0.85595703125, -9.608642578125, -2.087158203125, 1.270751953125, -7.983642578125,
    -4.944091796875, -4.51123046875, -0.233154296875, -13.583740234375, -0.14794921875, -7.26904296875,
    -10.11669921875, 9.294677734375, -4.28271484375, -1.283203125, -7.3046875, 3.46826171875, 1.44091796875,
    5.823974609375, 1.034423828125, -7.184814453125, 9.928466796875, -1.282470703125, 8.77197265625, -1.46875,
    3.107421875, 9.128662109375, 4.31689453125, 4.269287109375, -0.0849609375, 1.58642578125,
    -10.843994140625, 5.90966796875, 3.6474609375, 1.6123046875, 6.579833984375, 4.547119140625,
    -0.836181640625, -0.216796875, -7.02001953125, -5.22314453125, -4.68310546875, 2.1962890625,
    4.345947265625, -7.0830078125, -7.267333984375, 3.244384765625, -7.690185546875, 3.51171875,
    -8.230712890625, 13.16796875, -5.46044921875, -2.8193359375, -6.5849609375, 7.54150390625,
    -2.860595703125, 5.825439453125, -3.591796875, 7.389892578125, 0.9619140625, -2.310791015625,
    2.804443359375, -1.191650390625, 1.935546875, -0.061279296875, -1.32177734375, 0.374267578125,
    -4.656005859375, -7.633056640625, 9.586669921875, -7.2802734375, 6.191162109375, 2.50732421875,
    3.85400390625, -4.0927734375, -6.15283203125, 0.590087890625, -0.22802734375, -8.013671875,
    0.623291015625, -10.791015625, 13.278076171875, 12.52685546875, 0.610107421875, -0.807861328125,
    0.877685546875, -15.802490234375, -5.764892578125, 0.775390625, -2.89111328125, 6.435546875,
    -2.28271484375, -0.531982421875, 5.15673828125, -8.516357421875, 7.60009765625, 0.043701171875,
    -2.110595703125, -8.150390625, 2.747802734375, -12.363037109375, 4.431884765625, -4.57421875,
    3.359619140625, -9.7099609375, -7.90673828125, 0.616455078125, 7.26953125, -0.36376953125, 5.02587890625,
    5.3525390625, 3.603271484375, 0.77001953125, 15.345458984375, -7.893310546875, 2.018310546875,
    4.685302734375, 7.688720703125, -4.436767578125, -1.935546875, -1.129150390625, -2.11083984375,
    5.405517578125, -6.162353515625, -8.77294921875, -11.593017578125, -2.573974609375, -3.772216796875,
    -5.16162109375, 11.5380859375, -8.911376953125, 0.084228515625, 2.600341796875, 2.4501953125,
    2.6396484375, 1.17529296875, 7.538818359375, -1.376708984375, 5.939697265625, 2.796875, 19.0107421875,
    -8.114013671875, 14.21044921875, -0.19384765625, 5.58935546875, 2.1435546875, -7.2529296875,
    -6.07958984375, 1.440185546875, 0.456298828125, 0.906982421875, -4.5205078125, 0.11767578125,
    1.922607421875, 6.173828125, -7.353271484375, -9.93408203125, -10.77734375, 8.1572265625, -7.01806640625,
    2.84375, -8.157470703125, 2.170654296875, -2.253662109375, 4.3876953125, 0.210693359375, -5.1708984375,
    4.69140625, -5.87255859375, 2.0302734375, -4.470703125, -0.51318359375, -5.146240234375, 4.1435546875,
    8.329833984375, -5.870849609375, 4.150390625, 4.301513671875, 5.7138671875, 3.52587890625, 2.2158203125,
    -0.640869140625, -4.296142578125, 1.791748046875, 0.871826171875, -5.649169921875, -4.452392578125,
    0.9013671875, 0.560546875, -4.285400390625, 0.306640625, 0.733642578125, 0.80859375, -0.91943359375,
    -1.4140625, -1.521240234375, 4.837890625, -5.1396484375, 3.43603515625, -2.943359375, -0.02099609375,
    9.1748046875, -2.739013671875, 1.09326171875, -3.203369140625, -9.70361328125, -8.452392578125,
    0.75439453125, 1.562744140625, 0.29296875, -3.029296875, 3.98974609375, 3.0830078125, -9.629150390625,
    3.671875, 1.802978515625, 1.33447265625, 0.231201171875, -1.557373046875, 0.87451171875, 1.127197265625,
    -0.763916015625, 3.172119140625, -0.51708984375, 2.052734375, -1.648681640625, 1.04833984375,
    5.0966796875, 5.105224609375, -2.891845703125, 2.753173828125, -7.126953125, 3.252197265625,
    -0.68994140625};

// conv2d 4: f [3,3,3,2], y [2,5,6,2]; strides (1, 1), dilations (2, 2), SAME
inline constexpr double conv2d_4_f[] = {0.75, 0.484375, -0.421875, -0.46875, 0.46875, 0.0625, -0.5625,
    -0.0625, 0.859375, 0.21875, 0.125, 0.46875, 0.390625, 0.671875, -0.109375, 0.640625, 0.625, -0.8125,
    -0.75, 0.296875, 0.6875, -0.84375, 0.765625, -0.40625, -0.796875, -0.078125, 0.9375, 0.96875, 0.84375,
    0.0625, 0.1875, -0.3125, -0.9375, 0.734375, 0.8125, 0.140625, 0.53125, 0.59375, 0.65625, 0.96875,
    -0.34375, -0.125, -0.265625, 0.171875, -0.609375, -0.03125, 0.5, 0.546875, -0.3125, -0.9375, -0.703125,
    0.21875, -0.921875, 0.40625};
inline constexpr double conv2d_4_y[] = {-0.77490234375, -5.531005859375, 3.844482421875, 0.57275390625,
    0.6171875, -0.264404296875, -2.778076171875, 5.373046875, 2.919189453125, 4.084716796875, -2.027099609375,
    1.64111328125, 0.734619140625, 4.955810546875, 0.77099609375, -1.552734375, -5.283935546875,
    -0.997802734375, -11.99560546875, -3.35498046875, 9.443115234375, 4.922119140625, 0.00830078125,
    10.532470703125, -5.64501953125, 1.015625, 0.939208984375, 0.166259765625, -3.133056640625,
    -5.99072265625, -7.556396484375, -4.327392578125, -4.421142578125, 4.8955078125, 16.142822265625,
    12.23046875, -0.18017578125, -3.65087890625, 3.07080078125, 0.41748046875, 6.019287109375, 2.0810546875,
    -3.556396484375, 2.613525390625, 12.534423828125, -1.1494140625, 11.47509765625, 3.921630859375,
    7.97265625, 5.472900390625, -3.01123046875, -6.883544921875, 7.8310546875, -3.119873046875, 1.6318359375,
    0.26953125, -1.138427734375, -4.830078125, -0.255859375, -0.97509765625, 3.35595703125, 6.16455078125,
    7.196044921875, 3.396240234375, 3.161376953125, 3.62158203125, 6.4794921875, -7.923828125,
    -4.257568359375, -3.76513671875, 1.939208984375, -3.052001953125, -9.859619140625, -3.81201171875,
    7.9111328125, 3.32958984375, -3.48486328125, 1.93994140625, 0.911376953125, -4.711181640625,
    -3.97998046875, 2.14306640625, 6.703857421875, 1.587158203125, 2.580322265625, 1.833984375,
    14.330322265625, 0.539306640625, -5.48193359375, -3.605224609375, 5.348876953125, -11.05322265625,
    12.770751953125, 3.329833984375, -12.800537109375, -5.720947265625, -8.185546875, 8.2802734375,
    8.521240234375, -7.291015625, -3.265869140625, 4.533203125, 2.689453125, -6.673095703125, -2.627685546875,
    -1.343017578125, 3.33154296875, 2.470458984375, -5.23046875, 2.04833984375, 6.718017578125,
    -2.28369140625, 3.46923828125, -0.160400390625, -0.736083984375, -9.555908203125, -6.24609375,
    -6.674560546875, -5.468505859375, 3.72802734375};

// conv2d 5: f [1,1,3,4], y [2,2,3,4]; strides (3, 2), dilations (1, 1), SAME
inline constexpr double conv2d_5_f[] = {-0.421875, -0.796875, 0.125, -0.4375, 0.703125, 0.3125, 0.0, 0.25,
    -0.9375, 0.65625, -0.984375, -0.78125};
inline constexpr double conv2d_5_y[] = {-1.790771484375, -2.300537109375, 0.057861328125, -1.65966796875,
    -0.06884765625, -1.949951171875, 2.1611328125, 1.2763671875, -0.3603515625, 5.4580078125, -3.4453125,
    -0.33984375, 2.214111328125, 1.85791015625, 0.907470703125, 2.55615234375, 2.662353515625, 4.42333984375,
    -1.54833984375, 1.3720703125, -0.892822265625, 2.623291015625, -2.50634765625, -1.248046875,
    6.062255859375, 0.715087890625, 3.05712890625, 4.53125, -4.3857421875, -0.984375, -2.526611328125,
    -4.01123046875, 2.162841796875, -1.026123046875, 2.616943359375, 2.58935546875, 3.545654296875,
    -3.470947265625, 3.87744140625, 2.427734375, 0.760986328125, -1.40771484375, 0.489501953125,
    -0.38916015625, 1.7666015625, -1.9013671875, 1.8408203125, 0.970703125};

// conv2d 6: f [7,7,3,2], y [2,5,6,2]; strides (1, 1), dilations (1, 1), SAME
inline constexpr double conv2d_6_f[] = {-0.25, -0.8125, -0.875, 0.734375, -0.03125, 0.546875, 0.015625,
    -0.09375, 0.9375, 0.125, -0.578125, -0.203125, -0.140625, 0.890625, 0.25, 0.796875, -0.765625, 0.828125,
    -0.5, 0.328125, 0.53125, 0.65625, -0.40625, 0.953125, 0.296875, 0.71875, -0.3125, -0.046875, 0.71875,
    -0.703125, 0.4375, 0.125, -0.03125, 0.3125, 0.3125, -0.1875, -0.953125, -0.84375, -0.546875, 0.515625,
    -0.78125, -0.828125, -0.34375, 0.484375, 0.28125, 0.859375, 0.390625, 0.609375, 0.3125, 0.375, -0.796875,
    -0.875, -0.515625, -0.5625, -0.3125, -0.28125, -0.625, 0.9375, 0.875, -0.453125, -0.5625, -0.984375,
    0.5625, -0.015625, -0.5, -0.328125, -0.1875, -0.3125, 0.5625, -0.28125, -0.3125, 0.109375, 0.390625,
    -0.09375, -0.578125, -0.609375, -0.828125, 0.15625, 1.0, 0.578125, -0.40625, -0.046875, 0.765625,
    0.109375, 0.921875, -0.765625, 0.40625, 0.75, -0.078125, -0.296875, -0.078125, 1.0, -0.484375, 0.390625,
    0.546875, -0.0625, 0.0, -0.65625, 0.5, -0.078125, -0.59375, 0.421875, 0.765625, -0.953125, -0.34375,
    0.359375, 0.71875, 0.546875, -0.625, 0.375, -0.0625, -0.71875, 0.40625, -0.5625, 0.84375, 0.640625,
    -0.609375, 0.984375, -0.890625, -0.171875, -0.5625, -0.015625, 0.71875, 0.46875, 0.796875, -0.15625,
    0.359375, -0.25, -0.0625, 0.84375, -0.78125, -1.0, -0.625, -0.734375, -0.984375, -0.09375, -0.4375,
    -0.078125, -0.265625, -0.09375, 0.59375, 0.78125, -0.515625, 0.765625, -0.359375, 0.5625, -0.65625,
    -0.109375, -0.0625, -0.953125, -0.75, 0.390625, 0.125, 0.171875, 0.546875, 0.5625, 0.140625, 0.171875,
    -0.1875, 0.375, -0.921875, 0.78125, -0.75, -0.328125, 0.234375, -0.953125, 0.109375, 0.03125, -0.765625,
    -0.46875, -0.03125, -0.828125, 0.3125, 0.734375, 0.03125, -0.578125, 0.453125, -0.03125, 0.953125,
    -0.828125, -0.8125, -0.609375, 0.53125, 1.0, -0.328125, -0.296875, -0.84375, -0.1875, -0.171875,
    -0.859375, 0.875, 0.265625, 0.984375, -0.46875, 0.671875, 0.203125, 0.90625, 0.296875, 0.046875, 0.046875,
    0.203125, -0.75, 0.890625, -0.859375, -0.34375, -0.8125, 0.515625, 0.109375, -0.53125, -0.59375, -0.3125,
    0.5, -0.34375, 0.953125, -1.0, 0.359375, -0.0625, 0.984375, -0.71875, 0.84375, 0.828125, -0.859375,
    0.015625, 0.859375, -0.71875, -0.359375, -0.4375, -0.734375, 0.59375, -0.515625, -0.296875, -0.125,
    0.046875, 0.34375, -0.015625, 0.734375, -0.890625, 0.703125, 1.0, 0.296875, -0.96875, 0.140625, -0.171875,
    -0.671875, 0.375, 0.34375, 0.859375, 1.0, -0.34375, 0.75, 0.078125, -0.734375, -0.015625, -0.40625,
    -0.65625, -0.046875, 0.28125, -0.53125, 0.84375, -0.90625, 0.46875, -0.109375, 0.53125, 0.546875, 1.0,
    -0.046875, -0.859375, 0.96875, -0.296875, 0.609375, 0.609375, 0.65625, -0.9375, -0.109375, -0.953125,
    -0.421875, -0.671875, 0.5, 0.4375, 0.828125, -0.5625, -0.1875, 0.734375, 0.625, 0.28125, 0.71875,
    -0.984375, 0.65625, 0.28125, -0.1875, -0.875, -0.796875, 0.171875, -0.546875};
inline constexpr double conv2d_6_y[] = {-6.846923828125, -17.927001953125, 1.749755859375, 6.94140625,
    -12.146728515625, 4.91650390625, -17.794921875, 19.79931640625, 4.639404296875, -0.488525390625,
    9.799560546875, 5.63232421875, -11.919921875, -9.46240234375, 12.784423828125, 6.051513671875,
    -15.384765625, 10.5498046875, -1.702880859375, -15.19091796875, -2.20458984375, -9.304443359375,
    -4.9853515625, -5.40771484375, -14.501708984375, -9.643798828125, 11.95703125, -8.747314453125,
    8.4521484375, 4.701416015625, 0.383056640625, -0.277587890625, 34.60205078125, 12.2001953125,
    13.172119140625, 1.16943359375, 7.12060546875, -11.308349609375, -6.62939453125, 9.390625, 8.931884765625,
    3.3056640625, -13.524169921875, -3.18994140625, 6.757080078125, 8.763671875, 12.98095703125,
    -2.734130859375, -6.099609375, -10.884521484375, 8.91259765625, 16.332763671875, -7.391845703125,
    10.881103515625, -12.06787109375, 7.003662109375, -2.889892578125, 0.25439453125, -7.193115234375,
    4.4404296875, 16.428466796875, 2.447998046875, -13.330322265625, -8.849609375, 4.76025390625,
    -4.9912109375, -5.486083984375, 12.97412109375, -1.50048828125, -2.609619140625, 7.02392578125,
    -12.50439453125, 0.9697265625, -1.8349609375, -15.7529296875, 35.1875, 9.849853515625, -14.617431640625,
    -13.810302734375, 11.05908203125, 18.271728515625, 13.460205078125, 17.908935546875, -7.413330078125,
    2.50537109375, -7.983642578125, -0.259521484375, 6.9365234375, -5.276123046875, -21.416748046875,
    18.4130859375, -5.11669921875, -2.216796875, 7.3544921875, 4.6064453125, 6.47265625, 8.8388671875,
    -3.274169921875, 25.1513671875, 1.26220703125, -37.17822265625, 19.403564453125, 1.375732421875,
    13.7724609375, -12.546142578125, 4.6982421875, 0.85791015625, 2.9873046875, -1.1611328125, 8.677490234375,
    2.55322265625, 4.015869140625, 5.588134765625, 5.58447265625, 12.0810546875, 14.318603515625,
    -13.74560546875, -14.51513671875, 12.374755859375, -6.4560546875};

// max_pool 0: y [2,2,3,3]; ksize (2, 2), strides (2, 2), VALID
inline constexpr double max_pool_0_y[] = {3.046875, 3.265625, 3.109375, 2.828125, -0.65625, 1.734375,
    -1.765625, 3.8125, 3.0, 3.203125, 3.9375, 0.78125, 1.765625, 3.359375, 3.96875, 2.59375, 2.78125, 3.15625,
    3.78125, 3.21875, 2.8125, 3.78125, 3.0625, 3.859375, 2.6875, 1.765625, 3.171875, 2.3125, 2.84375, 1.90625,
    2.5625, 2.390625, 0.96875, 2.734375, 1.28125, 2.546875};

// avg_pool 0: y [2,2,3,3]; ksize (2, 2), strides (2, 2), VALID
inline constexpr double avg_pool_0_y[] = {0.96484375, 1.59765625, 0.11328125, 0.22265625, -2.37890625,
    -0.609375, -2.76171875, 2.640625, 1.62109375, -0.23046875, 0.65625, -1.51171875, -0.6875, -0.23828125,
    0.80859375, 1.20703125, 1.11328125, 1.21875, -0.45703125, 1.9140625, -0.14453125, 0.32421875, 0.5078125,
    0.4453125, -0.6796875, -0.4609375, -0.35546875, -0.23828125, 0.640625, 0.23828125, -0.1328125, -0.0859375,
    -0.296875, 0.83203125, 0.0625, 0.2578125};

// max_pool 1: y [2,3,6,3]; ksize (3, 2), strides (2, 1), SAME
inline constexpr double max_pool_1_y[] = {3.046875, 3.265625, 3.109375, 1.03125, 3.265625, 3.109375, 2.828125,
    -0.65625, 1.734375, 2.828125, 2.15625, 3.0, -1.765625, 3.8125, 3.0, -1.765625, 3.8125, 0.453125, 3.203125,
    3.9375, 0.8125, 1.75, 3.359375, 1.734375, 2.59375, 3.359375, 3.96875, 2.59375, 2.15625, 3.96875, 2.59375,
    3.46875, 3.15625, 2.59375, 3.46875, 3.15625, -1.0, 1.890625, 1.53125, 1.40625, 3.359375, 3.265625, 2.5,
    3.359375, 3.96875, 2.5, 1.859375, 3.96875, 2.59375, 2.0625, 3.421875, 2.59375, 2.0625, 3.15625, 3.78125,
    3.21875, 2.8125, 3.78125, 3.21875, 3.046875, 3.78125, 3.0625, 3.859375, -1.296875, 3.0625, 3.859375,
    2.6875, 1.765625, 3.171875, 2.6875, 1.765625, 3.171875, 3.78125, 3.21875, 2.8125, 2.890625, 3.21875,
    1.90625, 2.890625, 2.390625, 3.859375, 1.5, 1.28125, 3.859375, 2.734375, 1.765625, 3.171875, 2.734375,
    1.765625, 3.171875, 1.734375, 1.125, 3.703125, 2.5625, 3.078125, 3.703125, 2.5625, 3.078125, 0.96875,
    3.265625, 1.125, 0.96875, 3.265625, 1.125, 0.984375, 2.578125, -1.046875, 0.984375};

// avg_pool 1: y [2,3,6,3]; ksize (3, 2), strides (2, 1), SAME
inline constexpr double avg_pool_1_y[] = {0.96484375, 1.59765625, 0.11328125, -0.92578125, -0.48828125,
    0.8359375, 0.22265625, -2.37890625, -0.609375, -0.3046875, -0.0703125, 0.96875, -2.76171875, 2.640625,
    1.62109375, -2.203125, 3.640625, 0.375, 0.015625, 1.4270833333333333, -1.5052083333333333,
    -0.7161458333333334, 0.5, -0.78125, -0.6276041666666666, -1.0130208333333333, 0.6588541666666666,
    0.10416666666666667, -0.7083333333333334, 0.9114583333333334, 0.059895833333333336, 1.6796875, 1.34375,
    0.3697916666666667, 2.7708333333333335, 2.2135416666666665, -1.890625, -0.5703125, -1.3125, -1.11328125,
    -0.06640625, -0.234375, 0.59765625, 1.34765625, 2.2578125, 0.390625, 0.12890625, 2.625, 0.6015625,
    -0.58203125, 2.7109375, 2.5546875, -0.125, 2.4765625, -0.45703125, 1.9140625, -0.14453125, 0.98046875,
    1.9296875, 0.06640625, 0.32421875, 0.5078125, 0.4453125, -2.125, -0.8203125, -0.90234375, -0.6796875,
    -0.4609375, -0.35546875, 0.203125, 0.65625, 1.890625, 0.6666666666666666, 0.9322916666666666, 0.2578125,
    -0.3411458333333333, 1.2994791666666667, -0.3854166666666667, 0.13020833333333334, -0.24479166666666666,
    -0.03125, -0.7135416666666666, -1.0546875, -0.2578125, -0.041666666666666664, 0.12239583333333333,
    0.3151041666666667, 1.0104166666666667, -0.13020833333333334, 2.234375, -0.65234375, 0.015625,
    -0.05859375, -0.125, 0.953125, 1.16015625, 0.4921875, 0.109375, -0.546875, 0.6484375, -1.515625,
    -1.1171875, 1.328125, -1.171875, -0.796875, 0.3046875, -1.828125, 0.03125};

// max_pool 2: y [2,1,1,3]; ksize (5, 6), strides (1, 1), VALID
inline constexpr double max_pool_2_y[] = {3.203125, 3.9375, 3.96875, 3.78125, 3.21875, 3.859375};

// avg_pool 2: y [2,1,1,3]; ksize (5, 6), strides (1, 1), VALID
inline constexpr double avg_pool_2_y[] = {-0.0953125, 0.3171875, 0.4869791666666667, -0.09479166666666666,
    0.14114583333333333, -0.11041666666666666};

// bias_add 0: bias [3], y [2,5,6,3]
inline constexpr double bias_add_0_bias[] = {1.15625, 0.421875, 2.671875};
inline constexpr double bias_add_0_y[] = {4.203125, 0.140625, 3.0, 0.953125, 1.15625, 5.78125, 0.234375,
    -3.3125, 0.359375, 3.984375, -0.234375, 1.828125, -2.78125, 1.546875, 5.671875, -1.484375, 4.234375,
    2.96875, 1.140625, 3.09375, -1.125, 2.1875, 3.6875, 3.484375, -2.453125, -1.796875, 4.40625, 3.75,
    -2.484375, 1.65625, -1.546875, 2.578125, 5.40625, -0.609375, 3.890625, 3.125, 4.359375, 4.359375,
    3.453125, 2.546875, 2.09375, 0.015625, 2.90625, -0.78125, -0.3125, -1.828125, -3.421875, 3.765625,
    3.71875, -1.625, -1.109375, 1.4375, 3.203125, 5.703125, -2.78125, -0.6875, 1.25, -0.421875, -1.453125,
    -0.078125, -2.125, 3.78125, 3.828125, 2.921875, 1.15625, 6.640625, 0.546875, 2.078125, 5.140625, 3.75,
    2.484375, 5.828125, 0.109375, 2.3125, 4.203125, 0.15625, -0.765625, 0.0625, 2.5625, -0.140625, 5.9375,
    3.65625, 2.28125, 3.3125, -0.9375, -3.3125, 6.09375, 3.671875, -1.890625, 4.46875, -1.703125, 2.703125,
    -0.796875, -2.765625, 2.765625, 4.96875, 4.9375, 0.515625, 5.71875, -2.640625, 3.484375, 0.40625,
    -0.671875, -1.453125, -0.21875, 3.84375, -0.03125, 3.28125, 4.9375, 0.234375, 5.484375, 2.328125,
    3.640625, 0.453125, 4.046875, 2.484375, -0.1875, -0.421875, -2.765625, 6.53125, -0.140625, -0.859375,
    0.359375, -1.125, 2.1875, 5.84375, 3.46875, 3.265625, 3.984375, -2.5625, -0.828125, 4.125, -2.515625,
    1.953125, 2.25, 2.65625, -2.296875, 1.109375, -2.265625, 1.703125, 1.859375, 3.890625, -0.6875, 5.21875,
    2.890625, 1.546875, -1.046875, -0.125, 0.265625, 4.578125, 3.71875, 2.8125, 2.5, 0.234375, -1.125,
    3.640625, 2.59375, 1.546875, 0.984375, 3.734375, -0.625, 3.65625, 1.390625, 1.015625, 0.546875, -2.140625,
    -1.078125, 6.375, 2.671875, 3.5, 1.875, -0.03125, -3.0625, 0.484375, 4.421875, -1.734375, 1.109375,
    -0.8125, -2.1875, 1.75};

// Products of matrices in batches: y = a b.

// batch_matmul 0: a [2,3,4], b [2,4,5], y [2,3,5]
inline constexpr double batch_matmul_0_a[] = {0.0, 0.59375, -1.34375, -2.109375, 3.5, -3.28125, 0.421875,
    1.453125, -3.03125, -0.953125, -1.953125, -0.890625, 2.859375, -3.125, -0.515625, -3.3125, 1.109375,
    3.828125, -2.65625, 2.5, -0.859375, 0.875, -0.140625, 1.0};
inline constexpr double batch_matmul_0_b[] = {-3.34375, 0.234375, 0.421875, 0.28125, 2.4375, -0.53125,
    -3.84375, 3.484375, 0.53125, -0.71875, 0.34375, -1.625, -2.109375, -3.609375, -2.484375, 2.453125, 0.125,
    3.046875, 3.03125, -3.890625, 1.03125, 2.140625, -3.515625, 2.671875, -0.015625, 3.5, 3.203125, 3.40625,
    1.109375, 2.640625, 1.59375, 0.96875, 2.5625, 1.515625, 2.328125, -0.046875, -3.359375, -2.671875,
    -2.515625, -0.34375};
inline constexpr double batch_matmul_0_y[] = {-5.951904296875, -0.3623046875, -1.523681640625, -1.228515625,
    11.118408203125, -6.250244140625, 12.9287109375, -6.4189453125, 2.123291015625, 4.18798828125,
    7.785888671875, 6.015625, -3.193603515625, 2.990966796875, 1.61376953125, -8.6552734375, 6.739501953125,
    -13.167724609375, 11.724609375, -8.3583984375, 10.19189453125, 3.6650390625, -4.346923828125,
    -3.10400390625, 3.0478515625, 1.9052734375, -2.532470703125, 2.969482421875, -4.05419921875,
    1.65283203125};

// batch_matmul 1: a [2,3,4], b [4,5], y [2,3,5]
inline constexpr double batch_matmul_1_a[] = {-1.140625, 0.0, -3.5, 2.046875, -2.84375, -1.859375, -3.8125,
    0.28125, 1.765625, 0.921875, 1.96875, 1.796875, 1.984375, -0.84375, -3.15625, -2.890625, -3.6875, 2.21875,
    -1.484375, -0.65625, 2.4375, 1.421875, -3.890625, 3.96875};
inline constexpr double batch_matmul_1_b[] = {-1.78125, -3.609375, -0.671875, 1.34375, 3.6875, 0.625, 0.75,
    2.984375, 1.734375, 0.375, -3.109375, 2.890625, 3.390625, 3.453125, -1.171875, 0.890625, 2.515625,
    -2.21875, 3.84375, -0.171875};
inline constexpr double batch_matmul_1_y[] = {14.737548828125, -0.85107421875, -15.642333984375,
    -5.7509765625, -0.456298828125, 16.00830078125, -1.443359375, -17.189208984375, -19.130126953125,
    -6.76416015625, -7.090087890625, 4.52978515625, 4.25341796875, 17.676513671875, 4.240478515625,
    3.177490234375, -24.1904296875, -8.139404296875, -20.806640625, 11.196533203125, 11.986083984375,
    9.031982421875, 5.522216796875, -8.755126953125, -10.913330078125, 12.178955078125, -8.993896484375,
    -19.3916015625, 7.5615234375, 13.398681640625};

// batch_matmul 2: a [3,4], b [2,4,2], y [2,3,2]
inline constexpr double batch_matmul_2_a[] = {-1.15625, 1.625, 2.3125, -2.265625, -1.25, -1.984375, -2.3125,
    -3.90625, -2.5625, 2.875, -3.34375, -1.546875};
inline constexpr double batch_matmul_2_b[] = {-2.703125, 3.765625, -2.703125, -1.234375, 2.234375, 2.09375,
    -3.265625, -3.921875, 2.21875, -1.71875, 2.546875, -0.5625, -1.46875, -1.65625, 1.078125, -0.578125};
inline constexpr double batch_matmul_2_y[] = {11.298583984375, 7.367431640625, 16.332275390625,
    8.220458984375, -3.264404296875, -14.132568359375, -4.265869140625, -1.447021484375, -8.642333984375,
    9.35302734375, 4.880126953125, 9.219482421875};

// batch_matmul 3: a [2,1,3,4], b [3,4,2], y [2,3,3,2]
inline constexpr double batch_matmul_3_a[] = {-2.1875, -1.28125, 0.203125, 0.078125, -2.65625, 0.515625,
    -0.8125, -2.578125, -0.75, -3.21875, -0.703125, -1.921875, -2.921875, -0.53125, 3.59375, 3.90625, 3.0,
    -0.671875, -2.828125, 1.0625, -3.71875, 0.21875, 3.5, -0.21875};
inline constexpr double batch_matmul_3_b[] = {2.515625, 3.671875, 1.9375, -3.375, 1.4375, 0.421875, 0.1875,
    -1.296875, -2.25, 3.328125, 0.40625, -0.265625, -1.59375, 3.90625, 0.078125, 0.953125, 3.53125, 0.40625,
    -2.125, 1.84375, -0.421875, 1.015625, -0.265625, 1.375};
inline constexpr double batch_matmul_3_y[] = {-7.6787109375, -3.7236328125, -7.33447265625, -8.492919921875,
    -9.494140625, 10.30517578125, 4.083740234375, -6.072021484375, 7.279541015625, -14.6083984375,
    1.350341796875, -6.219482421875, -5.1083984375, -2.937255859375, -9.447998046875, -4.49853515625,
    4.99853515625, -9.595947265625, -2.481201171875, -12.485595703125, 2.37890625, 10.712158203125,
    -3.94091796875, -12.6328125, 0.93603515625, 8.177978515625, -2.4326171875, 0.128173828125, 2.86083984375,
    1.02880859375, -11.74267578125, 6.8544921875, 12.932373046875, -1.431396484375, -15.01513671875,
    2.146484375};

// batch_matmul 4: a [1,1,3], b [2,2,3,1], y [2,2,1,1]
inline constexpr double batch_matmul_4_a[] = {-0.90625, -0.640625, -0.515625};
inline constexpr double batch_matmul_4_b[] = {1.90625, 0.8125, 0.140625, 0.921875, -2.21875, -1.0, -3.265625,
    1.3125, -1.453125, -3.875, -1.234375, -0.53125};
inline constexpr double batch_matmul_4_y[] = {-2.320556640625, 1.1015625, 2.867919921875, 4.576416015625};

// batch_matmul_transposed 0: a [2,4,3], b [2,5,4], y [2,3,5]; a and b as they are stored, both transposed
inline constexpr double batch_matmul_transposed_0_a[] = {1.15625, 0.6875, -3.890625, -3.421875, 3.640625,
    -1.75, -1.8125, 3.484375, 2.859375, 3.359375, -3.421875, 1.828125, 3.484375, 0.390625, 3.765625, -2.09375,
    0.4375, 0.59375, -3.0, -2.828125, -3.53125, 2.65625, 0.375, -1.015625};
inline constexpr double batch_matmul_transposed_0_b[] = {2.1875, 2.578125, -0.15625, -0.71875, 2.78125,
    1.78125, 2.140625, -1.5, -0.6875, -3.171875, -2.015625, -0.640625, -1.1875, 2.5625, -2.640625, -2.109375,
    3.171875, 1.84375, 1.4375, -3.796875, 0.953125, 3.90625, -3.796875, -3.8125, -0.5, -0.34375, 1.265625,
    0.78125, 0.984375, -0.75, -0.0625, -3.703125, -0.765625, 0.71875, 3.28125, 3.53125, 0.8125, 0.203125,
    -2.09375, -0.109375};
inline constexpr double batch_matmul_transposed_0_y[] = {-8.424072265625, -11.79833984375, 11.56005859375,
    -12.441650390625, -18.002197265625, 12.804931640625, 20.988525390625, -16.851318359375, 6.52978515625,
    26.894287109375, -14.783203125, -10.559326171875, 1.291015625, -11.27099609375, -18.39794921875,
    -3.593994140625, -2.744140625, -4.648681640625, -4.636474609375, 8.396484375, 11.3896484375,
    -3.632080078125, -1.155517578125, -7.940185546875, 6.28662109375, 23.188232421875, -7.349609375,
    7.2431640625, -17.629638671875, 10.684814453125};

// Parts, and repetitions.

// whole 0: x [3,4,2]
inline constexpr double whole_0_x[] = {-0.328125, -3.65625, 2.15625, -3.359375, 1.5625, 0.109375, 1.875, 3.0,
    -3.71875, -3.53125, -3.421875, 2.6875, -0.484375, 1.359375, -0.390625, -0.578125, 1.296875, 3.046875,
    -2.203125, 0.328125, -2.09375, 1.375, -2.5, 0.09375};

// slice 0: y [2,4,1]; begin 1, 0, 1; size 2, 4, 1
inline constexpr double slice_0_y[] = {-3.53125, 2.6875, 1.359375, -0.578125, 3.046875, 0.328125, 1.375,
    0.09375};

// slice 1: y [3,2,2]; begin 0, 2, 0; size 3, -1, 2
inline constexpr double slice_1_y[] = {1.5625, 0.109375, 1.875, 3.0, -0.484375, 1.359375, -0.390625,
    -0.578125, -2.09375, 1.375, -2.5, 0.09375};

// slice 2: y [1,1,1]; begin 2, 3, 1; size -1, -1, -1
inline constexpr double slice_2_y[] = {0.09375};

// split 0: y [3,1,2]; sizes 1 and 3 along axis 1, part 0
inline constexpr double split_0_y[] = {-0.328125, -3.65625, -3.71875, -3.53125, 1.296875, 3.046875};

// split 1: y [3,3,2]; sizes 1 and 3 along axis 1, part 1
inline constexpr double split_1_y[] = {2.15625, -3.359375, 1.5625, 0.109375, 1.875, 3.0, -3.421875, 2.6875,
    -0.484375, 1.359375, -0.390625, -0.578125, -2.203125, 0.328125, -2.09375, 1.375, -2.5, 0.09375};

// unstack 0: y [3,4]; axis 2, part 0
inline constexpr double unstack_0_y[] = {-0.328125, 2.15625, 1.5625, 1.875, -3.71875, -3.421875, -0.484375,
    -0.390625, 1.296875, -2.203125, -2.09375, -2.5};

// unstack 1: y [3,4]; axis 2, part 1
inline constexpr double unstack_1_y[] = {-3.65625, -3.359375, 0.109375, 3.0, -3.53125, 2.6875, 1.359375,
    -0.578125, 3.046875, 0.328125, 1.375, 0.09375};

// broadcast_to 0: x [3,1], y [2,3,4]; to 2, 3, 4
inline constexpr double broadcast_to_0_x[] = {3.0, 0.875, 3.640625};
inline constexpr double broadcast_to_0_y[] = {3.0, 3.0, 3.0, 3.0, 0.875, 0.875, 0.875, 0.875, 3.640625,
    3.640625, 3.640625, 3.640625, 3.0, 3.0, 3.0, 3.0, 0.875, 0.875, 0.875, 0.875, 3.640625, 3.640625,
    3.640625, 3.640625};

// Losses of labels and logits, and what they are made of.

// losses 0: labels [3,4], logits [3,4]
inline constexpr double losses_0_labels[] = {0.5, 0.25, 0.125, 0.125, 0.0, 0.0, 1.0, 0.0, 0.25, 0.25, 0.25,
    0.25};
inline constexpr double losses_0_logits[] = {-3.96875, -1.46875, 0.375, 2.53125, 3.28125, -1.21875, -2.578125,
    -2.46875, -2.171875, 1.046875, 3.90625, 2.421875};

// softmax_cross_entropy 0: y [3]
inline constexpr double softmax_cross_entropy_0_y[] = {4.646672564685612, 5.876374490020129,
    2.857192748870003};

// softmax_cross_entropy 1: y [4]; axis 0
inline constexpr double softmax_cross_entropy_1_y[] = {4.99201673752118, 0.713599356450443, 6.967486043738157,
    0.26865663654899824};

// sigmoid_cross_entropy 0: y [3,4]
inline constexpr double sigmoid_cross_entropy_0_y[] = {2.0030957085837198, 0.5743748834448, 0.85124826413984,
    2.2913968456397407, 3.318142284148856, 0.258973472514827, 2.6512975902691815, 0.08129483683386568,
    0.6508933366274235, 1.0860257461619363, 2.949603644408497, 1.9014411335127892};

// mean_squared_error 0: y []
inline constexpr double mean_squared_error_0_y[] = {7.042643229166667};

// mean_squared_error 1: weights [3,1], y []; weights
inline constexpr double mean_squared_error_1_weights[] = {2.0, 0.0, 0.5};
inline constexpr double mean_squared_error_1_y[] = {8.730697631835938};

// sigmoid_cross_entropy_extreme 0: labels [2,4], logits [2,4], y [2,4]
inline constexpr double sigmoid_cross_entropy_extreme_0_labels[] = {1.0, 0.0, 0.5, 0.0, 0.0, 1.0, 1.0, 0.0};
inline constexpr double sigmoid_cross_entropy_extreme_0_logits[] = {800.0, -800.0, 0.0, 100.0, -60.0, 0.5,
    30.0, -30.0};
inline constexpr double sigmoid_cross_entropy_extreme_0_y[] = {0.0, 0.0, 0.6931471805599453, 100.0,
    8.75651076269652e-27, 0.4740769841801067, 9.357622968839737e-14, 9.357622968839737e-14};

// Normalizations of one x.

// normalized 0: x [4,2,3], mean [3], variance [3], offset [3], scale [3]
inline constexpr double normalized_0_x[] = {2.53125, -0.125, -2.625, 1.3125, 2.5625, 2.59375, -3.9375,
    -1.78125, 1.140625, 3.078125, 3.984375, 1.890625, -2.53125, -2.328125, 3.90625, -0.703125, 1.65625,
    -0.015625, -2.84375, -2.28125, 2.625, 1.265625, -3.984375, 0.515625};
inline constexpr double normalized_0_mean[] = {-1.640625, -3.765625, 2.09375};
inline constexpr double normalized_0_variance[] = {2.734375, 1.609375, 0.671875};
inline constexpr double normalized_0_offset[] = {3.21875, 0.578125, 3.140625};
inline constexpr double normalized_0_scale[] = {3.40625, -2.265625, -1.109375};

// batch_normalization 0: y [4,2,3]; epsilon 0.125
inline constexpr double batch_normalization_0_y[] = {11.622483065855834, -5.685020095019175,
    9.004844836275115, 9.167459923021545, -10.3084576758917, 2.5192507127125707, -1.4080243845723126,
    -2.8356922835512246, 4.325119735141662, 12.724096014563527, -12.754578721585885, 3.393058304210518,
    1.4246946263903277, -1.894876496745769, 0.8881432085830686, 5.10722934064176, -8.749391514899802,
    5.762047774493842, 0.7952015128430743, -1.9755178499005221, 2.4804148197571063, 9.073035955989457,
    0.9544513147221823, 5.101837594250949};

// batch_normalization 1: y [4,2,3]; epsilon 0.125, neither offset nor scale
inline constexpr double batch_normalization_1_y[] = {2.467150991810887, 2.7644226626291535,
    -5.286057317205737, 1.7464102526301784, 4.805112353497027, 0.5601120336112039, -1.3583190853790277,
    1.5067883182570923, -1.0677135640713575, 2.7905602978535127, 5.884779573665494, -0.22754551365455158,
    -0.5266951555551331, 1.0915316951153737, 2.030406121840614, 0.5544159532159296, 4.116972806576465,
    -2.3629726417972665, -0.7115004732937763, 1.1271251199560925, 0.5951190357119042, 1.7186894549693819,
    -0.16610264925668733, -1.7678536060853625};

// moments_mean 0: y [4,1,1]; axes (1, 2)
inline constexpr double moments_mean_0_y[] = {1.0416666666666667, 0.7291666666666666, -0.0026041666666666665,
    -0.7838541666666666};

// moments_variance 0: y [4,1,1]; axes (1, 2)
inline constexpr double moments_variance_0_y[] = {3.6366102430555554, 7.618706597222222, 5.053988986545139,
    5.706332736545139};

// layer_norm 0: y [4,2,3]; axes (1, 2), epsilon 0.125
inline constexpr double layer_norm_0_y[] = {5.834850518323734, 1.9409745675106638, 5.237936354139563,
    3.6944046396952244, -1.1984467576478295, 2.2528426370261507, -2.4935216953922676, 2.622023820399357,
    2.9765925420858492, 6.094011757390527, -2.0721587401443946, 2.6775966694322073, -0.5660421251963463,
    2.8933103680167465, 1.2351408137628859, 2.1702339529579637, -1.0733566118999638, 3.1469723823658797,
    0.3131363489054672, 1.9830098754915197, 1.5745848747429523, 6.109670282441716, 3.5809137164853526,
    2.5436394977056787};

// moments_mean 1: y [4,2,1]; axes (2,)
inline constexpr double moments_mean_1_y[] = {-0.07291666666666667, 2.15625, -1.5260416666666667, 2.984375,
    -0.3177083333333333, 0.3125, -0.8333333333333334, -0.734375};

// moments_variance 1: y [4,2,1]; axes (2,)
inline constexpr double moments_variance_1_y[] = {4.432508680555555, 0.3561197916666667, 4.330457899305555,
    0.7350260416666666, 8.927788628472221, 0.9816080729166666, 6.032769097222222, 5.375};

// layer_norm 1: y [4,2,3]; axes (2,), epsilon 0.125
inline constexpr double layer_norm_1_y[] = {7.373850599562242, 0.6333992740308738, 4.466826374851104,
    -0.9247151852442529, -0.7488257091718343, 2.440896084924773, -0.6726879491002383, 0.8520531771093705,
    1.7390997228318321, 3.5630935837455517, -1.864924279173333, 4.449025314384856, 0.7127963684476287,
    2.091975240237304, 1.5832011893317097, -0.06986463534807097, -2.315948712264675, 3.4866605978337315,
    0.4591197574533298, 1.9000898129136317, 1.5945394346315989, 6.123609760345192, 3.717838674455669,
    2.5493261382324865};

// moments_mean 2: y [1,1,3]; axes (0, 1)
inline constexpr double moments_mean_2_y[] = {-0.228515625, -0.287109375, 1.25390625};

// moments_variance 2: y [1,1,3]; axes (0, 1)
inline constexpr double moments_variance_2_y[] = {6.160152435302734, 6.776668548583984, 3.5413665771484375};

// layer_norm 2: y [4,2,3]; axes (0, 1), epsilon 0.125
inline constexpr double layer_norm_2_y[] = {6.9684007011611, 0.43832115677557615, 5.387969830744682,
    5.312504000860656, -1.879390750173908, 2.364351810729682, -1.8205894773566367, 1.866678494779328,
    3.206257427081164, 7.711431271808734, -3.1056220497809024, 2.7717254960610442, 0.09006056145156677,
    2.338305917705095, 1.6039209314444725, 2.5739056119022314, -1.0978367350397797, 3.876160820737182,
    -0.33452833606136734, 2.2978807100257437, 2.3462463136038436, 5.248815666233717, 3.7666632557088473,
    3.5683673695979303};

// Recurrent layers: outputs of all steps; of an LSTM the last c behind them.

// gru 0: x [1,4,1], kernel [1,24], recurrent [8,24], bias [2,24], h [1,8], y [32]
inline constexpr double gru_0_x[] = {-0.703125, -0.578125, 0.640625, -0.15625};
inline constexpr double gru_0_kernel[] = {0.515625, 0.171875, -0.921875, 0.859375, -0.5, 0.953125, 0.296875,
    0.0, -0.640625, 0.375, -0.515625, -0.828125, -0.703125, -0.109375, 0.640625, 0.8125, 0.984375, 0.90625,
    -0.34375, -0.9375, 0.125, 0.609375, 0.53125, 0.421875};
inline constexpr double gru_0_recurrent[] = {-0.96875, 0.140625, -0.515625, 0.171875, 0.203125, 0.46875,
    -0.765625, 0.890625, 0.28125, 0.6875, -0.390625, 0.828125, -0.609375, -0.6875, -0.34375, 0.328125, 0.125,
    0.265625, -0.734375, 0.453125, 0.953125, 0.046875, 0.8125, 0.515625, -0.390625, 0.375, 0.109375, 0.984375,
    0.15625, 0.796875, 0.28125, -0.703125, -0.1875, -0.328125, -0.921875, 0.359375, 0.703125, 0.53125, 0.875,
    0.15625, -0.21875, -0.671875, -0.796875, -0.96875, 0.25, -0.6875, 0.75, 0.578125, -0.8125, 0.46875,
    -0.609375, -0.234375, -0.09375, -0.625, -0.46875, 0.9375, 0.1875, 0.203125, -0.65625, -0.703125, 0.171875,
    0.671875, 0.328125, 0.828125, 0.03125, 0.34375, 0.875, -0.71875, 0.453125, -0.046875, 0.171875, 0.5625,
    0.015625, 0.140625, -0.25, 0.15625, -0.609375, -0.828125, -0.6875, 0.390625, -0.90625, 0.484375,
    -0.734375, 0.4375, 0.75, 0.3125, 0.75, 0.734375, -0.859375, -0.78125, -0.15625, 0.96875, -0.34375,
    0.421875, 0.234375, -0.671875, 0.1875, -0.4375, 0.890625, -0.546875, -0.65625, -0.234375, -0.921875,
    0.734375, 0.484375, 0.875, 0.84375, 0.53125, -0.15625, 0.71875, 0.203125, -0.125, 0.140625, -0.828125,
    0.828125, 0.90625, -0.4375, 0.171875, 0.515625, 0.8125, -0.09375, 0.75, 0.25, -0.265625, 0.9375, 0.546875,
    -0.765625, -0.40625, -0.75, -0.46875, 0.171875, -0.9375, 0.390625, -0.578125, -0.046875, 0.546875,
    -0.421875, 0.953125, 0.5625, -0.703125, -0.09375, -0.359375, -0.59375, 0.25, -0.296875, 0.828125,
    0.109375, -0.78125, -0.21875, -0.203125, -0.46875, -0.765625, 0.765625, 0.703125, 0.53125, 0.453125,
    -0.40625, -0.125, -0.625, 0.078125, -0.640625, 0.25, 0.1875, 0.75, 0.90625, 0.078125, 0.078125, 0.171875,
    -0.171875, 0.578125, -0.03125, -0.015625, -0.875, 0.859375, 0.078125, 0.546875, -0.171875, 0.890625,
    -0.375, -0.671875, -0.765625, 0.296875, -0.25, -0.3125, -0.796875, 0.609375, -0.359375, 0.625, 0.453125,
    0.328125, -0.328125, 0.125};
inline constexpr double gru_0_bias[] = {-0.3125, -0.875, 0.5625, -0.125, 0.484375, -0.578125, 0.484375,
    0.546875, -0.734375, -1.0, 0.0625, 0.640625, 0.828125, -0.3125, -0.765625, -0.59375, 0.953125, -0.390625,
    -0.625, -0.03125, -0.25, 0.828125, -0.375, -0.75, 0.765625, 0.78125, -0.8125, 0.96875, 0.0, -0.140625,
    -0.78125, -0.25, -0.8125, -0.65625, 0.90625, 0.78125, -0.140625, -0.203125, -0.046875, 0.09375, 0.015625,
    -0.421875, -0.265625, 0.453125, -0.5625, 0.109375, 0.984375, -0.375};
inline constexpr double gru_0_h[] = {-0.984375, -0.546875, 0.890625, -0.96875, 0.390625, -0.890625, 0.21875,
    0.125};
inline constexpr double gru_0_y[] = {-0.3630167831921448, -0.7185147163380329, 0.8657079303076787,
    0.20114045269143652, -0.17002751451917383, 0.5089756114923184, -0.07707832095644844, -0.15219224941957613,
    -0.01454574117187545, -0.7068617336092528, 0.736402613998017, 0.3415073471164727, -0.319011194442637,
    0.5492723038156349, -0.4683638389847137, -0.3431428888246771, 0.32389980609781843, -0.25809469923834666,
    -0.11587153846336364, 0.0735324595952902, -0.4324382366070021, 0.7926309207157212, -0.09666528297198479,
    -0.44196933309310654, 0.47811362060113854, -0.3461247638867035, -0.4148148996578993, 0.01238132193691589,
    -0.45372563937619387, 0.6689365807831938, -0.2601159436888525, -0.6440946129170919};

// lstm 0: x [1,4,1], kernel [1,32], recurrent [8,32], bias [32], h [1,8], c [1,8], y [40]
inline constexpr double lstm_0_x[] = {-0.90625, 0.765625, -0.609375, -0.75};
inline constexpr double lstm_0_kernel[] = {-0.40625, -0.734375, 0.25, -0.859375, -0.5625, 0.5, 0.9375,
    0.203125, 0.671875, -1.0, -0.375, -0.125, 0.40625, -0.28125, 0.53125, 0.75, 0.703125, 0.484375, 0.171875,
    -0.296875, -0.375, 0.4375, -0.234375, 0.234375, -0.375, 0.03125, 0.546875, -0.125, 0.984375, -0.25,
    0.140625, 0.0625};
inline constexpr double lstm_0_recurrent[] = {-0.46875, 0.125, 0.859375, 0.046875, 0.71875, 0.96875, -0.03125,
    0.53125, -0.625, -0.953125, -0.53125, 0.671875, -0.109375, 0.984375, 0.0, -0.578125, 0.359375, -0.359375,
    -0.0625, -0.8125, 0.515625, 0.625, 0.109375, -0.71875, 0.09375, -0.65625, 0.4375, 0.328125, 1.0, -0.4375,
    0.71875, 0.015625, 0.875, 0.609375, -0.453125, -0.78125, 0.296875, 0.546875, -0.78125, 0.40625, 0.03125,
    -0.546875, 0.28125, -0.578125, 0.640625, 1.0, -0.9375, 0.03125, -0.09375, 0.203125, 0.15625, -0.015625,
    -0.203125, 0.953125, 0.625, -0.59375, 0.46875, 0.8125, 0.984375, -0.125, 0.40625, 0.5, 0.125, 0.921875,
    0.828125, -0.5, 0.234375, -0.5, 0.390625, -0.09375, 0.984375, 0.25, 0.625, 0.4375, -0.53125, 0.1875,
    -0.15625, 0.5625, -0.203125, -0.5, 0.328125, -0.453125, -0.96875, -0.6875, -0.703125, 0.734375, -0.515625,
    0.71875, 0.75, -0.640625, -0.421875, -0.40625, 0.5625, -0.265625, 0.96875, -0.21875, -0.734375, -0.296875,
    -0.84375, -0.859375, -0.703125, 0.75, -0.265625, 0.953125, 0.3125, 0.796875, -0.1875, -0.25, 0.84375,
    -0.515625, 0.625, -0.015625, 0.828125, 0.25, 0.0625, -0.78125, -0.734375, 0.875, -0.3125, 0.21875,
    -0.6875, 0.046875, -0.453125, -0.328125, 0.9375, -0.4375, -0.328125, 0.53125, 0.578125, 0.21875, 0.46875,
    -0.28125, 0.546875, 0.453125, -0.203125, 0.984375, -0.71875, -0.328125, 0.171875, -0.828125, -0.3125,
    -0.1875, -0.375, -0.625, 0.96875, 0.53125, 0.90625, -0.25, -0.0625, -0.5, 0.703125, -0.375, -0.875,
    -0.28125, -0.953125, -0.4375, -0.46875, -0.421875, -0.390625, -0.96875, -0.203125, -0.46875, 0.25,
    0.296875, 0.390625, 0.03125, -0.90625, -0.78125, 0.78125, -0.78125, 0.328125, 0.265625, -0.90625,
    -0.65625, -0.796875, 0.859375, -0.65625, 0.421875, 0.125, 0.234375, -0.21875, -0.421875, -0.1875,
    0.609375, 0.265625, -0.859375, -0.234375, 0.296875, 0.359375, 0.578125, 0.796875, 0.21875, -0.15625,
    -0.078125, 0.234375, 0.46875, -0.453125, 0.359375, 0.640625, 0.703125, 0.046875, -0.75, -0.484375, 0.6875,
    0.265625, 0.546875, -0.03125, 0.015625, -0.75, -0.640625, -0.328125, -0.1875, -0.234375, -0.84375,
    -0.46875, 0.5, 0.671875, 0.546875, 0.578125, 0.140625, -0.25, -0.65625, -0.3125, 0.90625, 0.03125,
    0.96875, -0.640625, -0.328125, -0.296875, -0.296875, -0.046875, 0.375, 0.390625, 0.71875, -0.28125,
    -0.28125, 0.734375, 0.328125, 0.921875, 0.5, 0.1875, -0.640625, -0.515625, 0.734375, 0.109375, 0.734375,
    0.9375, 0.828125, 0.953125, 0.65625, -0.6875, -0.9375, 1.0, 0.546875, -0.203125, 0.09375};
inline constexpr double lstm_0_bias[] = {1.0, -0.046875, 0.3125, 0.171875, 0.703125, -0.828125, -0.90625,
    0.59375, 0.671875, 0.6875, -0.09375, 0.265625, 0.734375, 0.953125, 0.1875, -0.4375, -0.0625, 0.859375,
    -0.96875, -0.015625, 0.4375, 0.28125, -0.546875, 0.375, 0.140625, -0.6875, -0.21875, -0.65625, 0.625,
    0.078125, 0.703125, -0.984375};
inline constexpr double lstm_0_h[] = {0.125, -0.25, -0.78125, 0.890625, -0.09375, 0.390625, -0.6875,
    -0.84375};
inline constexpr double lstm_0_c[] = {-0.671875, -1.421875, -0.828125, 0.6875, -0.109375, -2.0, -0.5, 1.25};
inline constexpr double lstm_0_y[] = {-0.04468371484678526, -0.10185051884159402, -0.14202854565876474,
    0.0718079821014195, 0.16469653202881215, -0.34548620525593204, -0.13079275497095832, 0.009791142267183429,
    0.0813469150528557, -0.04450272525419756, -0.22794411478091872, -0.009171693790275375,
    0.33579868379500155, -0.1080896450292126, -0.2125687465662293, 0.03920626723650313, 0.054750721126387146,
    0.11588020786481713, -0.14747868764610997, 0.0420108574383664, 0.3219790539159417, -0.11163356855683212,
    -0.09974690717148821, -0.01842802015015096, -0.027813333907252984, 0.22054621365028465,
    -0.17533842122505922, 0.04780941126671824, 0.3477197051491729, -0.08775282243466725, -0.03940877103616476,
    -0.04260299432032916, -0.05723613784519192, 0.7406121086238283, -0.6260496694182356, 0.14350132722398168,
    1.0702754792005067, -0.1628105208046603, -0.06827411842320745, -0.20119935143391807};

// gru 1: x [2,3,2], kernel [2,9], recurrent [3,9], bias [2,9], h [2,3], y [18]
inline constexpr double gru_1_x[] = {-0.046875, 0.515625, -0.046875, 0.765625, -0.4375, -1.0, -0.625,
    0.609375, 0.265625, 0.515625, -0.984375, -0.8125};
inline constexpr double gru_1_kernel[] = {-0.625, 0.59375, 0.078125, 0.328125, -0.890625, -0.203125, 0.578125,
    0.140625, 0.84375, 0.71875, -0.265625, 0.078125, -0.28125, -0.6875, 0.875, 0.28125, -0.21875, 0.265625};
inline constexpr double gru_1_recurrent[] = {-0.765625, -0.640625, -0.71875, 0.515625, -0.28125, 0.25,
    -0.859375, 0.953125, 0.828125, -0.328125, -0.28125, 0.3125, -0.875, -0.46875, 0.609375, -0.421875, 0.9375,
    -0.078125, -0.15625, -0.515625, -0.96875, -0.234375, -0.46875, -0.28125, -0.453125, 0.078125, 0.015625};
inline constexpr double gru_1_bias[] = {-0.9375, 0.90625, -0.515625, 0.734375, -0.09375, -0.34375, -0.984375,
    -0.3125, 0.21875, 0.109375, -0.34375, -0.1875, -0.546875, -0.28125, -0.5625, 0.453125, -0.59375,
    0.546875};
inline constexpr double gru_1_h[] = {-0.515625, 0.328125, 0.96875, -0.46875, 0.890625, 0.046875};
inline constexpr double gru_1_y[] = {-0.5889274243208314, -0.07524210887474511, 0.49307509488412743,
    -0.5256911874695265, -0.3076863524844778, 0.42205832970957885, -0.7042784471447298, -0.46160272517588924,
    -0.1556507473681497, -0.6242698733154349, 0.19378901548594651, -0.030303344144315448,
    -0.44379184119708043, -0.02731809222349216, 0.26241757051005904, -0.7239099342032151,
    -0.33667777041383495, -0.3731084663162527};

// lstm 1: x [2,3,2], kernel [2,12], recurrent [3,12], bias [12], h [2,3], c [2,3], y [24]
inline constexpr double lstm_1_x[] = {-0.140625, 0.046875, -0.71875, -0.296875, -0.015625, 0.53125, 0.21875,
    -0.328125, 0.578125, 0.46875, -0.59375, -0.921875};
inline constexpr double lstm_1_kernel[] = {0.609375, 0.5, -0.765625, 0.890625, 0.9375, 0.90625, 0.875,
    -0.4375, -0.8125, -0.421875, 0.390625, -0.375, 0.90625, 0.4375, 0.328125, -0.328125, 1.0, 0.90625,
    0.515625, -0.0625, -0.828125, -0.046875, -0.9375, -0.640625};
inline constexpr double lstm_1_recurrent[] = {0.53125, 0.234375, -0.5, 0.828125, -1.0, -0.359375, -0.984375,
    -0.25, 0.8125, -0.390625, -0.640625, -0.6875, -0.640625, 0.59375, -0.890625, 0.484375, 0.4375, 1.0,
    -0.484375, -0.859375, 0.78125, 0.1875, 0.765625, 0.796875, -0.390625, 0.9375, -0.4375, -0.390625, 0.125,
    -0.234375, -0.265625, -0.875, -0.84375, 0.265625, 0.140625, 0.28125};
inline constexpr double lstm_1_bias[] = {-0.046875, -0.484375, -0.453125, -0.53125, -0.3125, -0.984375,
    0.234375, -0.3125, 0.265625, 0.703125, 0.71875, -0.5625};
inline constexpr double lstm_1_h[] = {0.8125, 0.171875, 0.46875, -0.953125, 0.390625, -0.203125};
inline constexpr double lstm_1_c[] = {1.25, -1.453125, -0.078125, -1.765625, -0.484375, 1.75};
inline constexpr double lstm_1_y[] = {0.14862546138902383, -0.3780895417908399, 0.04255410106470164,
    -0.09221732268045944, -0.04012914295271137, 0.14709403712242025, 0.17371797085662197,
    -0.12112750167117907, -0.004365638779372883, -0.23902330597142787, -0.34822950277399406,
    0.3977009209395636, 0.27177171678237344, -0.31451156376012324, -0.006919330473956154,
    -0.03578396759693838, -0.008846019305580917, 0.17811335333838377, 0.2613749244987492, -0.2175523650832271,
    -0.014320328927082956, -0.051435091126345346, -0.012318771732767781, 0.4155954983454683};

// gru 2: x [1,2,6], kernel [6,12], recurrent [4,12], bias [2,12], h [1,4], y [8]
inline constexpr double gru_2_x[] = {0.25, -0.8125, -0.34375, -0.75, -0.75, -0.9375, 0.890625, -0.265625,
    0.921875, 0.34375, -0.015625, 1.0};
inline constexpr double gru_2_kernel[] = {-0.421875, 0.1875, 0.109375, 0.9375, 0.296875, -0.640625, 0.515625,
    0.296875, -0.78125, -0.578125, -0.265625, 0.703125, 0.78125, 0.640625, 0.609375, 0.265625, -0.71875,
    0.140625, 0.84375, -1.0, -0.71875, 0.828125, 0.875, -0.78125, 0.0, 0.09375, 0.671875, -0.921875,
    -0.921875, 0.546875, 0.125, 0.984375, 0.21875, 0.640625, 0.8125, 0.375, 0.859375, 0.671875, 0.453125,
    0.71875, -0.46875, -0.015625, 0.5, -0.546875, -0.890625, -0.0625, -0.640625, -0.671875, -0.5, -0.890625,
    -0.09375, -0.375, 0.78125, -0.296875, 0.859375, 0.671875, 0.015625, 0.53125, -0.828125, 0.921875, 0.03125,
    -0.21875, 0.875, -0.6875, -0.421875, 0.265625, -0.90625, 0.296875, 0.4375, -0.390625, 0.078125, -1.0};
inline constexpr double gru_2_recurrent[] = {-0.15625, 0.578125, 0.3125, -0.328125, -0.765625, -0.15625,
    -0.53125, 0.140625, 0.328125, -0.6875, -0.875, 0.5625, -0.46875, 0.765625, -0.6875, -0.75, -0.484375,
    -0.796875, -0.90625, 0.6875, 0.78125, -0.390625, -0.515625, -0.953125, -0.96875, 0.875, 0.140625, -0.25,
    0.46875, -0.4375, -0.515625, 0.3125, -0.46875, -0.234375, 0.921875, 0.78125, -0.3125, -0.328125, 0.5625,
    -0.484375, 0.453125, 0.546875, -0.8125, -0.65625, 0.515625, -0.65625, -0.859375, 0.671875};
inline constexpr double gru_2_bias[] = {-0.171875, 0.375, -0.28125, -0.515625, -0.1875, -0.734375, 0.34375,
    -0.046875, -0.125, -0.25, -0.4375, -0.703125, 0.28125, -0.953125, -0.6875, 0.390625, -0.296875, 0.625,
    0.84375, 0.734375, -0.28125, -0.9375, -0.34375, -0.078125};
inline constexpr double gru_2_h[] = {0.703125, 0.46875, 0.734375, 0.640625};
inline constexpr double gru_2_y[] = {0.5691159089228897, -0.07312642992545187, -0.49240420198006446,
    0.789556524393027, 0.18109072873010545, -0.7007258690259489, -0.5784958598850486, -0.06710198036571392};

// lstm 2: x [1,2,6], kernel [6,16], recurrent [4,16], bias [16], h [1,4], c [1,4], y [12]
inline constexpr double lstm_2_x[] = {0.40625, 0.421875, -0.859375, -0.953125, -0.296875, 0.25, 0.734375,
    0.40625, -0.609375, 0.328125, -0.375, -0.421875};
inline constexpr double lstm_2_kernel[] = {0.875, -0.984375, 0.671875, 0.546875, -0.09375, -0.390625, 0.6875,
    0.546875, 1.0, -0.453125, 0.71875, 0.1875, 0.703125, 0.09375, 0.671875, -0.0625, 0.40625, 0.4375, 0.0625,
    1.0, 0.75, 0.515625, -0.265625, 0.578125, -0.796875, -0.8125, -0.859375, -0.546875, 1.0, 0.65625,
    0.546875, -0.09375, -0.640625, -0.171875, -0.015625, 0.875, -0.5625, -0.421875, -0.265625, 0.6875,
    0.234375, -0.859375, -0.71875, 0.703125, -1.0, -0.375, 0.5, -0.578125, -0.421875, 0.15625, 0.03125,
    0.140625, 0.796875, -0.65625, -0.828125, 0.046875, 0.515625, -0.578125, 0.875, -0.1875, -0.421875,
    -0.0625, 0.5625, -1.0, -0.375, 1.0, 0.40625, -0.453125, 0.046875, 0.453125, 0.125, 0.25, -0.03125, 0.0,
    -0.359375, 0.46875, -0.234375, -0.71875, -0.859375, -0.640625, -0.421875, 0.546875, -0.953125, -0.015625,
    0.109375, 0.78125, -0.71875, 1.0, 0.6875, 0.546875, 1.0, -0.5625, 0.140625, 0.015625, 0.28125, -0.15625};
inline constexpr double lstm_2_recurrent[] = {-0.4375, -1.0, 0.0625, 0.203125, -0.125, -0.390625, 0.046875,
    0.84375, -0.125, 0.953125, -0.6875, 0.703125, -0.359375, -0.4375, -0.0625, -0.796875, -0.328125, 0.1875,
    0.921875, -0.390625, -0.734375, 0.53125, 0.890625, -0.296875, -0.9375, 0.203125, -0.015625, -0.453125,
    -0.484375, 0.234375, 0.1875, 0.171875, 0.578125, -0.5, -0.40625, -0.25, 0.71875, -0.90625, 0.078125,
    0.46875, 0.96875, -0.875, -0.125, 0.0625, -0.3125, -0.921875, -0.015625, -0.078125, -0.3125, 0.296875,
    0.90625, 0.375, 0.28125, 0.578125, 0.484375, 0.46875, -0.21875, 0.171875, -0.953125, -0.359375, -0.765625,
    -0.78125, -1.0, -0.6875};
inline constexpr double lstm_2_bias[] = {-1.0, -0.09375, 0.671875, -0.421875, -0.828125, -0.546875, 0.5,
    -0.359375, -0.921875, 0.921875, 0.671875, 0.578125, -0.359375, 0.734375, -0.296875, -0.015625};
inline constexpr double lstm_2_h[] = {-0.078125, -0.9375, 0.734375, 0.203125};
inline constexpr double lstm_2_c[] = {-0.421875, 0.5625, -1.796875, 0.546875};
inline constexpr double lstm_2_y[] = {-0.09774510324823432, 0.2673923396912811, -0.2379366847127304,
    0.2531526464805115, -0.3246427297977531, 0.2660198782464646, -0.06380351518699713, -0.00746516932158514,
    -0.5018288249440618, 0.32742903761551256, -0.11110135836544009, -0.013583423071512345};

// gru 3: x [17,2,1], kernel [1,6], recurrent [2,6], bias [2,6], h [17,2], y [68]
inline constexpr double gru_3_x[] = {-4.359375, 0.359375, -3.4375, 0.125, -1.109375, -2.328125, 4.0, 5.53125,
    2.515625, 5.8125, -1.875, 1.828125, 0.21875, -6.25, 1.703125, 4.921875, -7.875, 0.765625, 0.203125, 4.25,
    -6.796875, -5.515625, -6.53125, -0.046875, 4.359375, 7.796875, 6.671875, -0.8125, -2.3125, -2.59375,
    -0.4375, 4.421875, 3.34375, -5.1875};
inline constexpr double gru_3_kernel[] = {-6.390625, 2.890625, -4.296875, 5.578125, -5.078125, 1.640625};
inline constexpr double gru_3_recurrent[] = {0.78125, -0.1875, 0.84375, 0.796875, -0.90625, -0.59375,
    -0.453125, -0.953125, 0.90625, -0.375, -0.125, 0.21875};
inline constexpr double gru_3_bias[] = {0.265625, 0.171875, -0.90625, -0.5, 0.984375, -0.984375, 0.171875,
    0.421875, -0.703125, -0.53125, -0.796875, 0.703125};
inline constexpr double gru_3_h[] = {-0.625, -0.8125, 0.203125, -0.5, -0.765625, 0.40625, -0.453125, 0.140625,
    0.9375, -0.640625, 0.109375, -0.796875, 0.125, 0.15625, -0.78125, 0.921875, -1.0, -0.1875, -0.703125,
    -0.125, 0.0, -0.71875, 0.984375, -0.90625, 0.625, 0.953125, -0.09375, 0.125, 0.921875, 0.4375, 0.296875,
    -1.0, 0.625, -0.21875};
inline constexpr double gru_3_y[] = {-0.6249999999990582, -0.9999970400588138, -0.6786117549476282,
    -0.9245202156312501, 0.20312500010083004, -0.9999285800608427, 0.24339365471964447, -0.9361014367904725,
    -0.7635494876162976, -0.9166766749916428, -0.7635490160431667, -0.9993709971313351, -0.9999999999955861,
    0.14062974348896046, -1.0, 0.14062979468839754, -0.9999991299201967, -0.6402184098039869, -1.0,
    -0.6402183892124655, 0.10937730071759665, -0.9960620344849794, -0.9999750793903373, -0.9938737187511199,
    -0.11397918513196055, 0.051089595159534415, -0.11397918513196055, -0.999999973260216, -0.9999972866625921,
    0.9224937254700426, -1.0, 0.9224937821021021, -1.0, -0.9999999997225268, -0.9940520644530548,
    -0.9647980185083344, -0.18631376221279314, -0.1418049941928427, -0.9999999999981394, -0.14180253675697496,
    6.374074915724393e-20, -0.9999999969789934, 2.0193207205187692e-16, -0.9999999961444319, 0.984375,
    -0.999999997745986, 0.9532080937195082, -0.9554121678483296, -0.9999999999978803, 0.9531252431048112,
    -1.0, 0.9531252431134831, -1.0, 0.1250000022516387, -0.9835452036352663, -0.8079412832521765,
    0.921875011427555, -0.9980570057443867, 0.921875012415802, -0.9999396708804726, 0.3104385050620224,
    -0.9705301311717569, -0.999999999997856, -0.9705288455418307, -0.9999999976249122, -0.21871103732994068,
    -0.999999997624902, -0.9999993425248248};

// lstm 3: x [17,2,1], kernel [1,8], recurrent [2,8], bias [8], h [17,2], c [17,2], y [102]
inline constexpr double lstm_3_x[] = {3.171875, 7.046875, 7.578125, -3.625, 7.5625, -6.953125, 7.296875,
    2.296875, -3.921875, -0.390625, 5.53125, -3.328125, 7.859375, 0.6875, 2.75, -3.0, -7.546875, -7.5625,
    -6.6875, -6.25, -0.5, 1.078125, 1.625, 4.078125, -2.3125, -6.203125, 4.9375, -1.40625, 5.9375, 3.734375,
    -2.90625, -5.703125, 3.75, 6.8125};
inline constexpr double lstm_3_kernel[] = {4.5625, 7.0625, 6.171875, -2.265625, 6.46875, 4.484375, -7.453125,
    4.875};
inline constexpr double lstm_3_recurrent[] = {0.84375, 0.609375, 0.90625, -0.578125, -0.734375, 0.734375,
    -0.953125, -0.34375, 0.09375, -0.375, -0.1875, 0.171875, 0.359375, -0.03125, 0.703125, -0.375};
inline constexpr double lstm_3_bias[] = {-0.625, 0.875, 0.359375, 0.71875, -0.71875, -0.671875, -0.890625,
    -0.90625};
inline constexpr double lstm_3_h[] = {0.703125, 0.796875, -0.171875, 0.5625, 0.703125, -0.203125, -0.765625,
    -0.75, 0.828125, 0.640625, -0.828125, -0.25, 0.875, -0.515625, -0.3125, 0.421875, -0.234375, -0.46875,
    -0.703125, 0.234375, 0.453125, 0.015625, 0.234375, 0.515625, 0.5625, -0.609375, -0.9375, -0.53125,
    -0.53125, 0.984375, -0.578125, 0.375, -0.25, 0.609375};
inline constexpr double lstm_3_c[] = {1.171875, -0.8125, -1.34375, -0.8125, 1.421875, -1.65625, 0.8125,
    -0.03125, 1.828125, -0.875, -0.390625, -0.671875, -1.71875, -1.171875, -0.578125, 0.75, 0.71875, 0.53125,
    1.953125, 1.5625, -1.953125, 0.125, -0.734375, 1.984375, -1.0, 0.109375, 1.265625, -0.625, -1.46875,
    1.671875, 0.796875, -1.328125, 0.71875, -0.5};
inline constexpr double lstm_3_y[] = {1.93787096585948e-11, 0.7611889744832976, 1.0825154984219446e-23,
    0.7615942702463048, -7.02182544315514e-26, 0.761594126180731, -3.781755403238236e-08,
    4.8897324942589705e-09, 5.951159544172479e-26, 0.7615941227137397, -9.59719420275985e-15,
    4.3959680580088824e-16, 1.1456561258390068e-24, 0.7615941535195233, 2.5585514165545273e-08,
    0.7668374853586934, -1.9214416714309075e-08, -8.367756371880319e-10, -0.07256793908658797,
    -0.03946773709156473, 5.142492725179661e-19, 0.7615909240762908, -1.4530915933476186e-07,
    2.0787230243815727e-08, -2.777204642111743e-27, 0.7615941456553899, 0.0008942543770921899,
    0.774677114298964, 3.719434029319219e-10, 0.763216670115787, -6.487202956812046e-07,
    1.0306272625046412e-07, -4.674085815616947e-16, 2.6702526601286826e-17, -5.542553071888642e-16,
    1.9148773071889566e-17, -1.6956808171578498e-14, 2.9946937955250535e-15, -2.2099750125391232e-13,
    2.166820110682896e-14, -0.22415339837229567, 0.0005999688395697318, 0.00010302766220344055,
    0.7536577031430008, 6.708647219900996e-07, 0.797113615871059, 3.86332902313368e-14, 0.761699040880813,
    -2.2960579967031615e-05, 5.76999991490157e-07, -2.7369087234073587e-13, 3.226546265343802e-15,
    7.042767298350344e-17, 0.7615824413619567, -0.0004606721501961067, 0.000241222504797564,
    -3.593919271015309e-20, 0.7615974920595207, 2.786705752530066e-13, 0.7618018137621879,
    -5.831766882809606e-07, -2.6147256046142876e-07, -2.679185383719859e-12, -2.955887006724645e-13,
    5.453177375413127e-13, 0.7614812433733333, 6.178860245769338e-23, 0.7615943504677556, 3.1718745014052607,
    1.0000002721370218, -3.7817554032482e-08, 0.9998840143456191, -9.59719420275985e-15, 0.9999998592609792,
    2.812450092366985, 1.0126894567731561, -0.08237304145521183, -0.8583028472596987, -1.4530915933826138e-07,
    0.9997652150432687, 0.21861388894745504, 1.3090795937620068, -6.487202958612819e-07, 1.0034027579020113,
    -5.542553071888642e-16, 0.531249981428402, -2.2099750125391232e-13, 1.5624993324177066,
    0.7348254409937559, 1.0025647903926187, 1.2647655061802308, 1.0002498028441573, -2.7369087234073587e-13,
    0.10894172002707564, -0.00046069062463178513, 0.982518268006318, 0.5312499307091045, 1.0004947140281168,
    -2.679185383719859e-12, -1.3275234236523161, 2.718749919078897, 1.0000004631522679};

// gru 4: x [1,2,1], kernel [1,33], recurrent [11,33], bias [2,33], h [1,11], y [22]
inline constexpr double gru_4_x[] = {-0.75, 0.125};
inline constexpr double gru_4_kernel[] = {0.71875, -0.34375, 0.453125, -0.4375, 0.5, 0.703125, 0.53125,
    -0.640625, -0.015625, -0.359375, 0.078125, 0.3125, -0.703125, -0.921875, 0.375, -0.15625, -0.09375,
    0.421875, 0.671875, -0.828125, 0.59375, 0.640625, 0.734375, -0.328125, -0.796875, 0.25, 0.046875,
    0.515625, 0.640625, -0.8125, 0.1875, 0.984375, 0.78125};
inline constexpr double gru_4_recurrent[] = {-0.375, -0.6875, 0.640625, -0.578125, -0.0625, -0.421875,
    -0.1875, -0.171875, -0.875, 0.1875, 0.8125, -1.0, 0.453125, 0.46875, -0.71875, 0.953125, 0.75, -0.859375,
    0.578125, 0.015625, 0.734375, -0.8125, -0.5625, -0.390625, -0.953125, -0.328125, 0.25, -0.03125, -0.3125,
    0.484375, 0.203125, 0.8125, 0.453125, -0.15625, -0.296875, -0.15625, -0.3125, 0.46875, 0.078125, -0.0625,
    0.875, -0.6875, -0.828125, 0.1875, 0.609375, 0.703125, -0.609375, -0.265625, 0.296875, -0.25, -0.796875,
    0.78125, 0.015625, 0.53125, 0.15625, 0.234375, 0.28125, 0.625, 0.875, 0.96875, 0.046875, 0.84375,
    0.515625, 0.1875, 0.359375, 0.78125, 0.625, 0.640625, 0.421875, 0.90625, 0.859375, -0.5625, -0.046875,
    -0.1875, 0.890625, -0.3125, -0.9375, -0.015625, -0.578125, -0.515625, -0.984375, -0.3125, -0.71875,
    -0.484375, 0.5625, -0.34375, -0.828125, -0.203125, -0.671875, 0.546875, -0.046875, 0.109375, -0.828125,
    -0.390625, 0.5625, 0.703125, 0.703125, -0.03125, -0.203125, 0.265625, -0.984375, 0.09375, -0.90625,
    -0.234375, 0.96875, 0.296875, 0.03125, 0.109375, -0.28125, -0.90625, -0.625, 0.59375, -0.6875, 0.09375,
    -0.46875, -0.15625, -0.15625, 0.140625, -0.125, -0.375, 0.640625, 0.625, -0.640625, 0.984375, 0.046875,
    -0.671875, -0.015625, 0.34375, 0.21875, 0.75, 0.328125, 0.140625, -0.734375, 0.859375, 0.09375, 0.953125,
    0.21875, 0.265625, 0.109375, -0.015625, 0.71875, 0.765625, -0.71875, 0.046875, 0.25, 0.296875, 0.703125,
    0.03125, 0.375, -0.09375, 0.046875, 0.09375, 0.296875, 0.8125, 0.4375, -0.734375, -0.953125, 0.796875,
    0.421875, 0.078125, 0.65625, -0.03125, 0.21875, -0.1875, 0.1875, -0.171875, 0.3125, 0.90625, 0.78125,
    -0.171875, 0.09375, -0.046875, 0.953125, -0.078125, -0.984375, 0.578125, 0.140625, -0.671875, -0.46875,
    0.203125, 0.234375, 0.28125, 0.9375, -0.3125, -0.296875, 0.734375, 0.5625, 0.25, -0.875, 0.1875, 0.78125,
    -0.484375, 0.71875, -0.609375, 0.8125, 0.75, -0.546875, 0.109375, -0.171875, 0.03125, 0.28125, -0.765625,
    -0.46875, -0.640625, -0.265625, 0.65625, 0.15625, -0.734375, 0.59375, 0.921875, 0.3125, 0.78125,
    -0.234375, -0.46875, -0.28125, -0.765625, 0.421875, 0.75, -0.46875, 0.296875, -0.140625, 0.5, 1.0,
    -0.828125, 0.203125, 0.515625, 0.609375, -0.546875, -0.421875, 0.078125, -0.59375, 0.484375, -0.8125,
    0.953125, -0.875, -0.515625, 0.6875, -0.65625, 0.609375, -0.28125, -0.28125, -0.0625, 0.28125, 0.96875,
    -0.75, -0.09375, -0.296875, -0.140625, 0.65625, -0.65625, 0.140625, -0.109375, 0.59375, -0.96875, -0.9375,
    -0.515625, -0.109375, -0.078125, -0.921875, -0.890625, 0.84375, 0.59375, 0.8125, 0.796875, 0.59375, 1.0,
    0.265625, 0.375, 0.109375, -0.984375, -0.78125, 0.484375, -0.421875, 0.078125, 0.5, -0.84375, -0.140625,
    -0.640625, -0.234375, -0.328125, -0.703125, -0.78125, 0.421875, 0.109375, 0.796875, 0.53125, -0.796875,
    0.453125, 0.15625, 0.96875, 0.953125, 0.84375, 0.78125, 0.109375, 0.78125, 0.78125, 0.328125, -0.46875,
    0.171875, 0.421875, 0.015625, -0.796875, -0.546875, -0.53125, -0.96875, 0.78125, 0.40625, -0.8125,
    -0.9375, -0.921875, -0.875, 0.015625, -0.28125, 0.53125, 0.796875, 0.359375, 0.78125, 0.796875, 0.21875,
    -0.078125, -0.046875, -0.765625, 0.984375, -0.796875, -0.125, -0.6875, -0.65625, -0.890625, 0.78125,
    -0.65625, -0.671875, 0.375, -0.34375, -0.75, -0.3125, -0.953125, 0.0, 0.890625, -0.1875, 0.140625,
    0.140625, -0.46875, 0.921875, 0.765625, -0.28125, 0.140625, 0.078125, -0.59375, -0.703125, 0.890625,
    -0.4375, 0.625, 0.296875, -0.921875, 0.171875, 0.171875, 0.65625, 0.140625, 0.34375, -0.9375, 0.796875,
    0.375, 0.78125};
inline constexpr double gru_4_bias[] = {0.046875, -0.78125, 0.53125, 0.421875, -0.390625, -0.421875, -0.3125,
    -0.59375, 0.46875, -0.9375, -0.203125, -0.453125, 0.3125, -0.40625, -0.34375, 0.65625, -0.96875,
    -0.515625, -0.859375, 0.203125, 0.28125, -0.90625, 0.109375, -1.0, 0.53125, -0.15625, -0.734375, -0.90625,
    -0.40625, 0.515625, -0.546875, -0.234375, -0.703125, -0.875, -0.921875, 0.6875, 0.859375, 0.125, 0.671875,
    0.71875, -0.140625, -0.59375, 0.890625, -0.453125, -0.78125, 0.609375, 0.984375, 0.828125, 0.21875,
    -0.921875, -0.6875, -0.21875, 0.09375, 0.4375, 0.421875, -0.828125, 0.828125, -0.40625, -0.5625,
    -0.828125, -0.703125, 0.671875, -0.671875, 0.546875, -0.34375, -0.78125};
inline constexpr double gru_4_h[] = {-0.328125, 0.578125, 0.734375, 0.359375, -0.046875, 0.015625, 0.484375,
    0.0625, -0.796875, 0.390625, 0.3125};
inline constexpr double gru_4_y[] = {-0.46144855575384885, 0.026148918932059, 0.787029127764343,
    0.11649284127462543, -0.6313941632608285, -0.47639206081186386, 0.0343635540229086, 0.3862875000236032,
    -0.6660273751539764, -0.4581092222574536, -0.8143237283016316, -0.5067884174677417, 0.4262889751971807,
    0.7391533741401901, -0.1258454617643611, -0.7381520233318758, -0.5096400267241574, -0.026728974937612306,
    0.5199415357034723, -0.5930487934824975, -0.37127777260261263, -0.7147719175147591};

// lstm 4: x [1,2,1], kernel [1,44], recurrent [11,44], bias [44], h [1,11], c [1,11], y [33]
inline constexpr double lstm_4_x[] = {0.453125, -0.421875};
inline constexpr double lstm_4_kernel[] = {0.8125, 0.828125, 0.390625, 0.15625, -0.515625, -0.453125,
    0.734375, 0.375, 0.578125, 0.0625, 0.890625, -0.71875, -0.75, 0.578125, 0.75, -0.5, 0.09375, 0.0625,
    0.765625, 0.140625, 0.921875, 0.25, -0.4375, -0.6875, -0.5625, 0.375, 0.59375, -0.828125, 0.265625,
    -0.875, 0.984375, 0.328125, 0.8125, 0.828125, 0.78125, 0.15625, -0.671875, -0.234375, 0.5625, 0.28125,
    0.6875, -0.484375, 0.328125, -0.9375};
inline constexpr double lstm_4_recurrent[] = {0.53125, -0.28125, 0.734375, -0.3125, 0.484375, -0.421875,
    -0.3125, -0.90625, 0.28125, -0.921875, 0.03125, 0.046875, 0.171875, 0.203125, 0.515625, 0.0625, 0.609375,
    0.3125, 0.9375, -0.953125, -0.40625, 0.203125, 0.390625, 0.890625, -0.40625, 0.015625, -0.25, 0.78125,
    -0.203125, 0.5, -0.109375, 0.796875, -0.890625, -0.609375, -0.15625, 0.78125, -0.203125, 0.109375,
    -0.3125, -0.359375, 0.34375, 0.953125, -0.125, 0.9375, -0.890625, -0.796875, -0.953125, -0.671875,
    0.09375, 0.421875, -0.390625, -0.484375, 0.609375, -0.890625, -0.25, 0.421875, -0.75, 0.5, 0.4375, 0.125,
    0.953125, 0.21875, -0.859375, -0.34375, -0.71875, -0.515625, -0.1875, 0.9375, -0.234375, 0.28125,
    -0.296875, 0.125, 0.875, -0.203125, 0.1875, 0.34375, -0.109375, 0.078125, -0.46875, -0.921875, -0.375,
    0.6875, 0.8125, 0.265625, -0.578125, 0.5625, -0.34375, 0.734375, 0.84375, -0.484375, -0.4375, 0.40625,
    -0.84375, -0.125, -0.609375, 0.40625, -0.75, -0.21875, -0.65625, -0.859375, -0.46875, -0.953125, 0.390625,
    -0.5625, 0.796875, 0.6875, 0.0, 0.421875, -0.109375, -0.796875, -0.359375, -0.953125, -0.5, -0.515625,
    -0.0625, 0.3125, 0.359375, -0.546875, 0.84375, 0.796875, 0.84375, 0.609375, 0.859375, 0.1875, -0.375,
    -0.640625, 1.0, 0.109375, 0.484375, -0.0625, -0.34375, 0.5, -0.65625, 0.421875, -0.640625, 0.015625,
    -0.21875, 0.59375, -0.59375, -0.890625, -0.046875, 0.375, -0.59375, -0.828125, 0.875, -0.984375, -0.28125,
    0.578125, -0.265625, -0.5625, 0.09375, -0.21875, 0.4375, -0.609375, 0.1875, 1.0, 0.28125, -0.765625,
    0.90625, -0.84375, -0.984375, 0.0, 0.203125, 0.921875, 0.015625, -0.15625, 0.84375, -0.140625, 0.484375,
    0.8125, -0.3125, -0.625, -0.25, 0.96875, -0.765625, 0.859375, 0.453125, 0.65625, 0.078125, -0.390625,
    0.5625, 0.234375, -0.375, 0.890625, 0.78125, -0.859375, 0.21875, -0.515625, -0.921875, -0.3125, 0.140625,
    -1.0, 0.3125, 0.390625, -0.34375, -0.640625, 0.0, -0.21875, 0.53125, 0.5, 0.515625, -0.265625, 0.9375,
    -0.765625, 0.515625, 0.796875, -0.09375, 0.09375, -0.40625, 0.140625, 0.703125, -0.203125, -0.359375,
    -0.6875, 0.1875, -0.1875, 0.90625, 0.296875, -0.0625, -0.515625, 0.46875, 0.921875, -0.546875, -0.875,
    -0.28125, -0.609375, -0.234375, -0.859375, 0.078125, 0.90625, 0.0, 0.703125, -0.5, -0.53125, -0.734375,
    -0.328125, -0.234375, 0.171875, -0.828125, -0.125, 0.234375, 0.421875, 0.140625, 0.171875, -0.90625,
    0.640625, -0.28125, -0.5625, -0.171875, -0.234375, -0.328125, -0.625, 0.03125, 0.703125, -0.359375,
    0.953125, -0.296875, 0.671875, -0.71875, -0.078125, 0.4375, -0.625, -0.421875, 0.28125, 0.296875,
    -0.796875, 0.234375, 0.0625, 0.671875, 0.796875, -0.625, -0.515625, -0.140625, 0.5625, 0.15625, 0.875,
    0.1875, -0.9375, -0.78125, -0.125, -0.25, 0.328125, -0.78125, -0.203125, -0.203125, -0.734375, -0.609375,
    0.671875, -0.4375, 0.390625, -0.59375, -0.515625, -0.09375, -0.046875, 0.4375, -0.46875, 0.34375, 1.0,
    0.1875, 0.75, 0.84375, 0.859375, -0.328125, 0.734375, 0.625, 0.390625, 0.078125, 0.578125, -0.015625,
    -0.484375, -0.140625, -0.734375, -0.59375, -0.125, -0.71875, -0.5, -0.1875, -0.8125, -0.546875, -0.46875,
    0.703125, 0.40625, 0.484375, -0.578125, -0.265625, 0.9375, 0.3125, -0.21875, 0.671875, 0.21875, 0.890625,
    -0.109375, 0.734375, -0.8125, 0.078125, 0.90625, -0.34375, 0.90625, -0.890625, 0.84375, 0.9375, 0.859375,
    0.625, -0.015625, 0.75, -0.640625, 0.5, -0.484375, 0.0, -0.359375, -0.625, 0.40625, 0.859375, 0.578125,
    -0.875, -0.09375, -0.546875, -0.9375, -0.21875, -0.75, 0.3125, -0.75, -0.1875, -0.90625, -0.203125,
    -0.1875, -0.671875, -0.546875, 0.125, -0.265625, 0.96875, 0.03125, 0.3125, -0.125, 0.640625, -0.328125,
    -0.8125, -0.375, 0.09375, 0.515625, -0.421875, 0.3125, 0.9375, 0.9375, -0.390625, 0.71875, 0.5625,
    -0.734375, 0.765625, -0.84375, 0.390625, -0.84375, -0.140625, 0.390625, 0.90625, 0.765625, -0.234375,
    0.8125, -0.109375, 0.328125, -0.59375, -0.765625, 0.203125, -0.59375, 0.59375, 0.296875, -0.875, 0.78125,
    -0.375, 0.828125, -0.796875, 0.8125, -0.6875, 0.171875, 0.9375, 0.859375, -0.328125, -0.828125, -0.734375,
    -0.421875, -0.765625, -0.21875, -1.0, -0.984375, -0.421875, 0.8125, -0.921875, -0.625, 0.359375, 0.984375,
    -0.890625, 0.21875, -0.234375, 0.0, -0.234375, 0.25, 0.53125, 0.8125, 0.296875, -0.65625, -0.203125,
    0.078125, -0.96875, 0.765625, 0.140625, 0.390625, -0.484375, 0.59375, 0.4375, -0.703125, 0.9375, -0.65625,
    0.78125, -0.859375, -0.671875, 0.625, -0.609375, 0.734375, -0.3125, -0.859375, -0.34375, 0.6875, -0.6875,
    0.171875, 0.046875, 0.328125, 0.828125, -0.328125, -0.46875, 0.625, -0.359375, 0.140625, -0.078125,
    -0.609375, -0.40625, -1.0, -0.6875, 0.34375, 0.125, 0.765625, 0.5625, -0.140625, -0.75, -0.375};
inline constexpr double lstm_4_bias[] = {-0.1875, -0.84375, 0.0, 0.25, 0.875, -0.5625, -0.265625, -0.96875,
    0.34375, 0.578125, -0.046875, 0.8125, 0.734375, 0.8125, 0.609375, 0.265625, 0.640625, 0.28125, -0.984375,
    0.578125, -0.515625, 0.390625, 0.96875, -0.21875, -0.484375, 0.640625, -0.5, 0.1875, -0.6875, 0.15625,
    0.828125, 0.15625, -0.96875, -0.34375, -0.59375, 0.296875, 0.90625, -0.234375, 0.546875, -1.0, 0.703125,
    0.375, 0.875, 0.703125};
inline constexpr double lstm_4_h[] = {-0.109375, 0.09375, 0.59375, -0.453125, 0.46875, -0.125, 0.328125,
    0.03125, 1.0, 0.4375, 0.65625};
inline constexpr double lstm_4_c[] = {-0.296875, 1.859375, -0.609375, 1.625, 1.21875, -0.03125, 1.1875,
    -1.453125, 0.953125, -1.59375, -0.671875};
inline constexpr double lstm_4_y[] = {0.14555888268796408, 0.14288906217921948, -0.1426085131436674,
    0.4940078138754206, 0.03823634794184746, -0.05640674293866673, 0.25219136689302635, -0.3834297603282022,
    0.5718977992505263, -0.323854702063612, -0.2703456296755015, 0.14503468899016558, 0.17549640282262338,
    -0.22022511898473585, 0.524544924947807, -0.06437830657769886, 0.0739239096245792, 0.004527892036804417,
    -0.04629199159776463, 0.7067863405954102, 0.22694185648039703, -0.49125314516457275, 0.5029000082850472,
    0.3979385256102393, -0.46477932070415684, 0.6832568602476189, -0.11282929934501855, 0.14027374108341711,
    0.033617285386772396, -0.0951958372588713, 1.2716773766076528, 0.30101539216906753, -0.5983042164585368};

}  // namespace golden
