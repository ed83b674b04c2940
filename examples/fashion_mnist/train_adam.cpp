// SPDX-License-Identifier: BSD-3-Clause
#include "train.hpp"

template void fashion::train<fashion::optimizer::adam>(const options&);
