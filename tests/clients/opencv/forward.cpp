// SPDX-License-Identifier: BSD-3-Clause
// Runs a frozen GraphDef with OpenCV. What is fed and what is fetched are files of floats, a row of a number
// of them each time. usage: forward GRAPH_DEF PLACEHOLDER COLUMNS INPUTS NODE OUTPUTS
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <vector>

#include <opencv2/dnn.hpp>

int main(int argc, char** argv) {
  if (argc != 7) return 2;
  try {
    cv::dnn::Net net = cv::dnn::readNetFromTensorflow(argv[1]);
    std::vector<float> row(static_cast<std::size_t>(std::atoi(argv[3])));
    const auto bytes = [](std::size_t elements) {
      return static_cast<std::streamsize>(elements * sizeof(float));
    };
    std::ifstream in(argv[4], std::ios::binary);
    std::ofstream out(argv[6], std::ios::binary);
    while (in.read(reinterpret_cast<char*>(row.data()), bytes(row.size()))) {
      net.setInput(cv::Mat(1, static_cast<int>(row.size()), CV_32F, row.data()), argv[2]);
      const cv::Mat found = net.forward(argv[5]);
      out.write(reinterpret_cast<const char*>(found.ptr<float>()), bytes(found.total()));
    }
    return out ? 0 : 1;
  } catch (const std::exception& e) {
    std::puts(e.what());
    return 1;
  }
}
