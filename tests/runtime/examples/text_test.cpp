// SPDX-License-Identifier: BSD-3-Clause
//
// What the Fashion-MNIST example prints: numbers, the progress line, pictures.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "fashion_mnist/picture.hpp"
#include "fashion_mnist/progress.hpp"
#include "fashion_mnist/text.hpp"

TEST_CASE("numbers as text", "[text]") {
  CHECK(fashion::grouped(std::uint64_t{0}) == "0");
  CHECK(fashion::grouped(std::uint64_t{999}) == "999");
  CHECK(fashion::grouped(std::uint64_t{1000}) == "1,000");
  CHECK(fashion::grouped(std::uint64_t{1234567}) == "1,234,567");
  CHECK(fashion::grouped(-1.0) == "?");
  CHECK(fashion::grouped(std::numeric_limits<double>::quiet_NaN()) == "?");
  CHECK(fashion::fixed(0.51236, 4) == "0.5124");
  CHECK(fashion::fixed(std::numeric_limits<double>::max(), 4).size() == 314);
  CHECK(fashion::fixed(std::numeric_limits<double>::infinity(), 4) == "inf");
  CHECK(fashion::clock_time(0) == "0:00");
  CHECK(fashion::clock_time(83.9) == "1:23");
  CHECK(fashion::clock_time(3723) == "1:02:03");
}

TEST_CASE("the progress line fits the terminal", "[text]") {
  fashion::progress now;
  now.epoch = 3;
  now.epochs = 10;
  now.fraction = 0.5;
  now.loss = 0.4321;
  now.images_per_second = 123456;
  now.seconds = 12;

  CHECK(fashion::progress_line(now, 79, false) ==
        "epoch  3/10 [##########...........]  50%  loss 0.4321    123,456 images/s  0:12");
  for (const bool utf8 : {false, true}) {
    for (std::size_t columns = 0; columns < 200; ++columns) {
      REQUIRE(fashion::displayed_width(fashion::progress_line(now, columns, utf8)) <= columns);
    }
  }
  CHECK(fashion::progress_line(now, 60, false) == "epoch  3/10   50%  loss 0.4321    123,456 images/s  0:12");
  now.fraction = 7;
  CHECK_THAT(fashion::progress_line(now, 79, false), Catch::Contains("#] 100%"));
  CHECK_THAT(fashion::progress_line(now, 79, true), Catch::Contains("█▏ 100%"));
  now.fraction = std::numeric_limits<double>::quiet_NaN();
  CHECK_THAT(fashion::progress_line(now, 79, false), Catch::Contains("[."));
}

TEST_CASE("pictures stand side by side as far as there is room", "[text]") {
  const std::vector<std::uint8_t> black(784, 0);
  const std::vector<std::uint8_t> white(784, 255);
  const std::vector<fashion::picture> pictures = {{black, 9, 9}, {white, 0, 6}, {white, 10, 1}};

  CHECK(fashion::picture_row(black, 0) == std::string(28, ' '));
  CHECK(fashion::picture_row(white, 13) == std::string(28, '@'));

  std::string expected;
  for (int row = 0; row < 14; ++row) expected += std::string(30, ' ') + std::string(28, '@') + "\n";
  expected += "predicted Ankle boot          predicted T-shirt/top, wrong\n";
  expected += "truth     Ankle boot          truth     Shirt\n\n";
  for (int row = 0; row < 14; ++row) expected.append(28, '@').append(1, '\n');
  expected += "predicted ?, wrong\ntruth     Trouser\n";
  CHECK(fashion::gallery(pictures, 58) == expected);
  CHECK(fashion::gallery(pictures, 87) == expected);
  const auto lines = [&](std::size_t columns) {
    const std::string text = fashion::gallery(pictures, columns);
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(lines(88) == 16);
  CHECK(lines(57) == 16 * 3 + 2);
  CHECK(lines(0) == 16 * 3 + 2);
  CHECK(fashion::gallery({}, 80).empty());
}
